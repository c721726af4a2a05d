import type { Leaf } from '../criterion.js';
import type { ApplicantIndex } from './applicant-index.js';
import { Bitset } from './bitset.js';
import { namesIn, spareFor, usesOf } from './program-needs.js';
import { ALWAYS, AND, LEAF, NEVER, NOT } from './rule-compiler.js';
import type { RuleProgram } from './rule-program.js';
import { type Words, wordsFor } from './words.js';

/** Sets of parts are kept up to so many bytes: all of 2,500 rules × 11,400 applicants, a few hundred where there are a million applicants. */
const MOST_KEPT = 64 * 2 ** 20;
const UNKNOWN = -1;

/** Where the ids of a rule stand, in a target that was only written to by `write` and forwards. */
interface Written {
  readonly target: Uint16Array | Uint32Array;
  /** By node: first place, and the place behind the last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  end: number;
}

/**
 * Who may apply on their own, for one rule after the other. What rules have in common ("municipality in DE-05") is asked once and kept
 * as long as this object: make it for one pass over the rules and let it go. What only one of them needs lies in a few places that are
 * used again and again, and so in the processor's cache.
 */
export class EligiblePairs {
  private readonly words: Words;
  /** Where a kept set begins, by node and whether it is met; the places of the others are used again. */
  private readonly kept: Int32Array;
  private readonly mostKept: number;
  /** By node, how many others need it. */
  private readonly uses: Uint32Array;
  private used = 0;
  /** Where the set of a territory begins, by its name: lists of states name the same few again and again. */
  private readonly territories = new Map<string, number>();
  private written: Written | undefined;

  constructor(
    private readonly applicants: ApplicantIndex,
    private readonly program: RuleProgram,
  ) {
    const { capacity } = applicants.eligible({ allOf: [] });
    this.kept = new Int32Array(program.ops.length * 2).fill(UNKNOWN);
    this.uses = usesOf(program);
    const fitting = Math.floor(MOST_KEPT / Math.max(1, capacity / 8));
    this.mostKept = Math.min(this.uses.filter((uses) => uses > 1).length + namesIn(program).size, fitting);
    this.words = wordsFor(this.mostKept + spareFor(program), capacity);
  }

  /** By ordinal of the rule; a set of its own. */
  of(ordinal: number): Bitset {
    const first = this.place(this.nodeOf(ordinal), true, 0);
    return Bitset.fromWords(this.words.all.subarray(first, first + this.words.width));
  }

  /**
   * Writes them in ascending order from place `at` on and says where they end; the target has room for everybody and 8 places more. What a
   * rule before has written for the same question is copied, so write forwards, and let nobody else write to the target meanwhile.
   */
  write(ordinal: number, target: Uint16Array | Uint32Array, at: number): number {
    const node = this.nodeOf(ordinal);
    if (this.written?.target !== target || at < this.written.end) this.written = this.nothingIn(target);
    const { written } = this;
    const from = written.from[node]!;
    if (from === UNKNOWN) {
      written.end = this.words.write(this.place(node, true, 0), target, at);
    } else {
      const to = written.to[node]!;
      target.copyWithin(at, from, to);
      written.end = at + to - from;
    }
    written.from[node] = at;
    written.to[node] = written.end;
    return written.end;
  }

  private nothingIn(target: Written['target']): Written {
    const { length } = this.program.ops;
    return { target, from: new Int32Array(length).fill(UNKNOWN), to: new Int32Array(length), end: 0 };
  }

  private nodeOf(ordinal: number): number {
    return this.program.alone[ordinal] ?? NEVER;
  }

  /** Where the set of a node begins. One that is not kept lies in the spare place of that number until another one does. */
  private place(node: number, isMet: boolean, spare: number): number {
    if (this.program.ops[node] === NOT && node > NEVER) return this.place(this.program.left[node]!, !isMet, spare);
    const name = node * 2 + Number(isMet);
    const known = this.kept[name]!;
    return known === UNKNOWN ? this.reckoned(node, isMet, spare) : known;
  }

  private reckoned(node: number, isMet: boolean, spare: number): number {
    const name = node * 2 + Number(isMet);
    const { ops, left, right, leaves } = this.program;
    if (node <= NEVER)
      return this.copied(this.applicants.eligible((node === ALWAYS) === isMet ? { allOf: [] } : { anyOf: [] }), this.room(name, spare));
    if (ops[node] === LEAF) return this.asked(leaves[left[node]!]!, isMet, this.room(name, spare));
    const a = this.place(left[node]!, isMet, spare);
    const b = this.place(right[node]!, isMet, spare + 1);
    const made = this.room(name, spare);
    // Not both is one not (De Morgan).
    if ((ops[node] === AND) === isMet) this.words.both(made, a, b);
    else this.words.any(made, a, b);
    return made;
  }

  private asked(leaf: Leaf, isMet: boolean, made: number): number {
    if (!isMet) return this.copied(this.applicants.eligible({ not: leaf }), made);
    return this.joined(leaf, made) ? made : this.copied(this.applicants.eligible(leaf), made);
  }

  /** A list of territories as its members together; false: it is none, or there is no room for one of them. */
  private joined(leaf: Leaf, made: number): boolean {
    if (!('territory' in leaf) || leaf.territory.in.length < 2) return false;
    const [first, ...others] = leaf.territory.in.map((name) => this.inside(name));
    let before = first;
    for (const other of others) {
      if (before === undefined || other === undefined) return false;
      this.words.any(made, before, other);
      before = made;
    }
    return true;
  }

  private inside(name: string): number | undefined {
    const known = this.territories.get(name);
    if (known !== undefined || this.used >= this.mostKept) return known;
    const place = this.copied(this.applicants.eligible({ territory: { in: [name] } }), this.nextKept());
    this.territories.set(name, place);
    return place;
  }

  private copied(bits: Bitset, made: number): number {
    bits.writeWords(this.words.all, made, this.words.width);
    return made;
  }

  private room(name: number, spare: number): number {
    if (this.uses[name >>> 1]! < 2 || this.used >= this.mostKept) return this.placeOf(this.mostKept + spare);
    const made = this.nextKept();
    this.kept[name] = made;
    return made;
  }

  private nextKept(): number {
    return this.placeOf(this.used++);
  }

  private placeOf(set: number): number {
    return this.words.first + set * this.words.width;
  }
}
