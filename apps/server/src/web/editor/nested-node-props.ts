import type { FieldErrors } from '../pieces/form-values.js';
import type { Texts } from '../texts/texts.js';
import { JOINT_PARTS, type JointPart, type NestedNode } from './nested-node.js';

/** A node of the tree with its place in the form. */
export interface NestedNodeProps {
  t: Texts;
  node: NestedNode;
  /** The prefix of its fields: "rule.anyOf.0". */
  path: string;
  /** "2.1.3", what its path is to the eye; "" for the whole rule. */
  number: string;
  errors: FieldErrors;
  /** Where it stands among how many in its group; absent for the whole rule and for parts of a joint application. */
  place?: { at: number; of: number };
  /** Of a joint application. */
  part?: JointPart;
}

/** Name, entry, error and texts of one field of a node. */
export function fieldOfNode({ t, node, path, errors }: NestedNodeProps) {
  return (name: string) => ({ t, name: `${path}.${name}`, value: node.entries[name] ?? '', error: errors[`${path}.${name}`] });
}

/** "2.1"; the parts of a joint application have letters: "2.a". */
export function numberBelow(number: string, step: number | JointPart): string {
  const own = typeof step === 'number' ? String(step + 1) : 'abc'[JOINT_PARTS.indexOf(step)]!;
  return number === '' ? own : `${number}.${own}`;
}

/** "Bedingung 2.1", said with every button of the node. */
export function nameOfNode({ t, number }: Pick<NestedNodeProps, 't' | 'number'>): string {
  return number === '' ? t.nestedRule.whole : t.nestedRule.node(number);
}
