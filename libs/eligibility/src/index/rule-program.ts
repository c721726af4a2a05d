import type { Leaf } from '../criterion.js';
import type { LeafTest } from './leaf-test.js';

/** Node by node: what it does, with which nodes. The two constants stand in front. */
export interface RuleProgram {
  readonly ops: Uint8Array;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly leaves: readonly Leaf[];
  readonly tests: readonly LeafTest[];
  /** By ordinal of the rule: the nodes that give its verdicts in the two readings. */
  readonly alone: Uint32Array;
  readonly jointly: Uint32Array;
}
