import { LEAF, NEVER, NOT } from './rule-compiler.js';
import type { RuleProgram } from './rule-program.js';

/** The territories that lists name. */
export function namesIn({ leaves }: RuleProgram): Set<string> {
  return new Set(leaves.flatMap((leaf) => ('territory' in leaf && leaf.territory.in.length > 1 ? leaf.territory.in : [])));
}

/** By node, how many others need it. */
export function usesOf({ ops, left, right }: RuleProgram): Uint32Array {
  const uses = new Uint32Array(ops.length);
  for (let node = NEVER + 1; node < ops.length; node++) {
    if (ops[node] === LEAF) continue;
    uses[left[node]!]! += 1;
    if (ops[node] !== NOT) uses[right[node]!]! += 1;
  }
  return uses;
}

/** How many sets at once wait for another one, at most: only the second part of a pair adds one. */
export function spareFor({ ops, left, right }: RuleProgram): number {
  const needed = new Uint32Array(ops.length);
  let most = 1;
  for (let node = NEVER + 1; node < ops.length; node++) {
    if (ops[node] === LEAF) needed[node] = 1;
    else if (ops[node] === NOT) needed[node] = needed[left[node]!]!;
    else needed[node] = Math.max(1, needed[left[node]!]!, needed[right[node]!]! + 1);
    most = Math.max(most, needed[node]!);
  }
  return most + 1;
}
