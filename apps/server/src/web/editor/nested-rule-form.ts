import { type Body, textOf, textsOf } from './form-reading.js';
import { entriesOf, insidePath, JOINT_PARTS, NESTED_KINDS, type NestedKind, type NestedNode, partPath } from './nested-node.js';

/** The rule of a posted form as a tree; undefined where the form has none. */
export function readNestedRule(body: Body, path = 'rule'): NestedNode | undefined {
  const kind = NESTED_KINDS.find((known) => known === textOf(body, `${path}.kind`));
  if (kind === undefined) return undefined;
  const entered = entriesOf(kind).map((name) => [name, textOf(body, `${path}.${name}`)] as const);
  return {
    kind,
    entries: Object.fromEntries(entered.filter(([, text]) => text !== '')),
    ticked: textsOf(body, `${path}.${kind}.in`).filter(() => kind === 'applicantType' || kind === 'territory'),
    inside: readInside(body, path, kind),
    parts: kind === 'jointApplication' ? readParts(body, path) : {},
  };
}

/** The page numbers them from 0 without gaps. */
function readInside(body: Body, path: string, kind: NestedKind): NestedNode[] {
  const inside: NestedNode[] = [];
  if (kind !== 'allOf' && kind !== 'anyOf' && kind !== 'not') return inside;
  for (
    let node = readNestedRule(body, insidePath(path, kind, 0));
    node;
    node = readNestedRule(body, insidePath(path, kind, inside.length))
  ) {
    inside.push(node);
    if (kind === 'not') break;
  }
  return inside;
}

function readParts(body: Body, path: string): NestedNode['parts'] {
  const read = JOINT_PARTS.map((part) => [part, readNestedRule(body, partPath(path, part))] as const);
  return Object.fromEntries(read.filter(([, node]) => node !== undefined));
}
