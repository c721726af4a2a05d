import type { ApplicantIndex } from './applicant-index.js';
import { Bitset } from './bitset.js';
import { ALWAYS, AND, LEAF, NEVER, NOT } from './rule-compiler.js';
import type { RuleProgram } from './rule-program.js';

/** Sets of parts are kept up to so many bytes: all of 2,500 rules × 11,400 applicants, a few hundred where there are a million applicants. */
const MOST_KEPT = 64 * 2 ** 20;

/**
 * Who may apply on their own, for one rule after the other. What rules have in common ("municipality in DE-05") is asked once and kept
 * as long as this object: make it for one pass over the rules and let it go.
 */
export class EligiblePairs {
  private readonly kept = new Map<number, Bitset>();
  private bytes = 0;

  constructor(
    private readonly applicants: ApplicantIndex,
    private readonly program: RuleProgram,
  ) {}

  /** By ordinal of the rule; never change the set. */
  of(ordinal: number): Bitset {
    return this.bits(this.program.alone[ordinal] ?? NEVER, true);
  }

  private bits(node: number, isMet: boolean): Bitset {
    if (this.program.ops[node] === NOT && node > NEVER) return this.bits(this.program.left[node]!, !isMet);
    const name = node * 2 + Number(isMet);
    const known = this.kept.get(name);
    if (known) return known;
    const bits = this.reckoned(node, isMet);
    this.bytes += bits.capacity / 8;
    if (this.bytes <= MOST_KEPT) this.kept.set(name, bits);
    return bits;
  }

  private reckoned(node: number, isMet: boolean): Bitset {
    const { ops, left, right, leaves } = this.program;
    if (node <= NEVER) return this.applicants.eligible((node === ALWAYS) === isMet ? { allOf: [] } : { anyOf: [] });
    if (ops[node] === LEAF) {
      const leaf = leaves[left[node]!]!;
      return this.applicants.eligible(isMet ? leaf : { not: leaf });
    }
    const [a, b] = [this.bits(left[node]!, isMet), this.bits(right[node]!, isMet)];
    // Not both is one not (De Morgan).
    return (ops[node] === AND) === isMet ? a.and(b) : a.or(b);
  }
}
