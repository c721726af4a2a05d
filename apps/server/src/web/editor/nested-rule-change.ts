import { emptyNode, GROUP_KINDS, JOINT_PARTS, type JointPart, NESTED_KINDS, type NestedKind, type NestedNode } from './nested-node.js';

/** One step down: to the n-th inside a group, or to a part of a joint application. */
type Step = number | JointPart;
type Change = (node: NestedNode) => NestedNode | undefined;

const ACTION = /^nested-(add|add-eachMember|add-lead|add-whole|wrap-allOf|wrap-anyOf|wrap-not|turn|unwrap|remove|up|down):(rule[\w.]*)$/;

/** "rule.anyOf.0.not.jointApplication.lead" → [0, 0, "lead"]; undefined where the path leads nowhere. */
function stepsOf(path: string): Step[] | undefined {
  const steps: Step[] = [];
  const names = path.split('.').slice(1);
  while (names.length > 0) {
    const name = names.shift();
    const step = name === 'not' ? 0 : stepFrom(names.shift());
    if (step === undefined) return undefined;
    steps.push(step);
  }
  return steps;
}

function stepFrom(name = ''): Step | undefined {
  return /^\d{1,4}$/.test(name) ? Number(name) : JOINT_PARTS.find((part) => part === name);
}

/** The tree with one node changed; a node that changes to nothing is taken out. */
function changeAt(node: NestedNode, [step, ...rest]: readonly Step[], change: Change): NestedNode | undefined {
  if (step === undefined) return change(node);
  if (typeof step === 'number') {
    return { ...node, inside: node.inside.flatMap((child, at) => (at === step ? (changeAt(child, rest, change) ?? []) : [child])) };
  }
  const { [step]: part, ...others } = node.parts;
  const changed = part && changeAt(part, rest, change);
  return { ...node, parts: changed ? { ...others, [step]: changed } : others };
}

/** What the select beside the button says, empty; then the select is as before. */
function chosen(node: NestedNode): NestedNode {
  return emptyNode(NESTED_KINDS.find((kind) => kind === node.entries.add) ?? 'applicantType');
}

function add(node: NestedNode): NestedNode {
  const room = node.kind === 'not' ? 1 : Number.POSITIVE_INFINITY;
  const isGroup = GROUP_KINDS.some((kind) => kind === node.kind);
  return isGroup && node.inside.length < room ? { ...node, inside: [...node.inside, chosen(node)] } : node;
}

function addPart(node: NestedNode, part: JointPart): NestedNode {
  if (node.kind !== 'jointApplication' || node.parts[part]) return node;
  return { ...node, parts: { ...node.parts, [part]: chosen(node) } };
}

const OTHER: Partial<Record<NestedKind, NestedKind>> = { allOf: 'anyOf', anyOf: 'allOf' };

function changeOf(verb: string): Change {
  const [first, second] = verb.split('-');
  if (first === 'wrap') return (node) => ({ ...emptyNode(second as NestedKind), inside: [node] });
  if (first === 'add') return second === undefined ? add : (node) => addPart(node, second as JointPart);
  if (first === 'turn') return (node) => ({ ...node, kind: OTHER[node.kind] ?? node.kind });
  if (first === 'unwrap') return (node) => (node.inside.length === 1 ? node.inside[0] : node);
  return () => undefined;
}

function moved(root: NestedNode, steps: readonly Step[], by: 1 | -1): NestedNode | undefined {
  const at = steps.at(-1);
  if (typeof at !== 'number') return root;
  return changeAt(root, steps.slice(0, -1), (group) => {
    const [one, other] = [group.inside[at], group.inside[at + by]];
    return one && other ? { ...group, inside: group.inside.with(at, other).with(at + by, one) } : group;
  });
}

/** The tree after a button: "nested-add:rule.anyOf.0", "nested-up:rule.anyOf.1"; any other action changes nothing. */
export function changeNested(root: NestedNode, action: string): NestedNode {
  const [, verb, path] = ACTION.exec(action) ?? [];
  const steps = path === undefined ? undefined : stepsOf(path);
  if (verb === undefined || steps === undefined) return root;
  const isMove = verb === 'up' || verb === 'down';
  const changed = isMove ? moved(root, steps, verb === 'up' ? -1 : 1) : changeAt(root, steps, changeOf(verb));
  return changed ?? emptyNode('anyOf');
}
