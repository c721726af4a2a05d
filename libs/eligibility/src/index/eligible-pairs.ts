import type { Leaf } from '../criterion.js';
import type { ApplicantIndex } from './applicant-index.js';
import { Bitset } from './bitset.js';
import { ALWAYS, AND, LEAF, NEVER, NOT } from './rule-compiler.js';
import type { RuleProgram } from './rule-program.js';
import { writeOrdinals } from './write-ordinals.js';

/** Sets of parts are kept up to so many bytes: all of 2,500 rules × 11,400 applicants, a few hundred where there are a million applicants. */
const MOST_KEPT = 64 * 2 ** 20;
const WORD = 4;
const UNKNOWN = -1;

/** Where the ids of a rule stand, in a target that was only written to by `write` and forwards. */
interface Written {
  readonly target: Uint16Array | Uint32Array;
  /** By node: first place, and the place behind the last. */
  readonly from: Map<number, number>;
  readonly to: Map<number, number>;
  end: number;
}

/**
 * Who may apply on their own, for one rule after the other. What rules have in common ("municipality in DE-05") is asked once and kept
 * as long as this object: make it for one pass over the rules and let it go. What only one of them needs lies in a few places that are
 * used again and again, and so in the processor's cache.
 */
export class EligiblePairs {
  /** Words of a set. */
  private readonly width: number;
  private readonly arena: Uint32Array;
  /** Where a kept set begins, by node and whether it is met; the places of the others are used again. */
  private readonly kept: Int32Array;
  private readonly mostKept: number;
  /** By node, how many others need it. */
  private readonly uses: Uint32Array;
  private used = 0;
  /** Who is in a territory, by its name: lists of states name the same few again and again. */
  private readonly territories = new Map<string, Bitset>();
  private written: Written | undefined;

  constructor(
    private readonly applicants: ApplicantIndex,
    private readonly program: RuleProgram,
  ) {
    this.width = Math.ceil(applicants.eligible({ allOf: [] }).capacity / 32);
    this.kept = new Int32Array(program.ops.length * 2).fill(UNKNOWN);
    this.uses = usesOf(program);
    const fitting = Math.floor(MOST_KEPT / WORD / Math.max(1, this.width));
    this.mostKept = Math.min(this.uses.filter((uses) => uses > 1).length, fitting);
    this.arena = new Uint32Array(this.width * (this.mostKept + spareFor(program)));
  }

  /** By ordinal of the rule; a set of its own. */
  of(ordinal: number): Bitset {
    const first = this.place(this.nodeOf(ordinal), true, 0);
    return Bitset.fromWords(this.arena.subarray(first, first + this.width));
  }

  /**
   * Writes them in ascending order from place `at` on and says where they end; the target has room for everybody and 8 places more. What a
   * rule before has written for the same question is copied, so write forwards, and let nobody else write to the target meanwhile.
   */
  write(ordinal: number, target: Uint16Array | Uint32Array, at: number): number {
    const node = this.nodeOf(ordinal);
    if (this.written?.target !== target || at < this.written.end) this.written = { target, from: new Map(), to: new Map(), end: at };
    const { written } = this;
    const from = written.from.get(node);
    if (from !== undefined) {
      const to = written.to.get(node)!;
      target.copyWithin(at, from, to);
      written.end = at + to - from;
      return written.end;
    }
    written.end = writeOrdinals(this.arena, target, at, {
      from: this.place(node, true, 0),
      length: this.width,
      most: this.width * 32,
    });
    written.from.set(node, at);
    written.to.set(node, written.end);
    return written.end;
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
    if (ops[node] === LEAF) {
      const leaf = leaves[left[node]!]!;
      return this.copied(isMet ? this.meeting(leaf) : this.applicants.eligible({ not: leaf }), this.room(name, spare));
    }
    const a = this.place(left[node]!, isMet, spare);
    const b = this.place(right[node]!, isMet, spare + 1);
    const made = this.room(name, spare);
    // Not both is one not (De Morgan).
    if ((ops[node] === AND) === isMet) this.both(made, a, b);
    else this.any(made, a, b);
    return made;
  }

  private meeting(leaf: Leaf): Bitset {
    if (!('territory' in leaf) || leaf.territory.in.length < 2) return this.applicants.eligible(leaf);
    const [first, ...others] = leaf.territory.in.map((name) => this.inside(name));
    const together = first!.copy();
    for (const other of others) together.addAll(other);
    return together;
  }

  private inside(name: string): Bitset {
    const known = this.territories.get(name);
    if (known) return known;
    const found = this.applicants.eligible({ territory: { in: [name] } });
    this.territories.set(name, found);
    return found;
  }

  private both(made: number, a: number, b: number): void {
    const { arena, width } = this;
    for (let i = 0; i < width; i++) arena[made + i] = arena[a + i]! & arena[b + i]!;
  }

  private any(made: number, a: number, b: number): void {
    const { arena, width } = this;
    for (let i = 0; i < width; i++) arena[made + i] = arena[a + i]! | arena[b + i]!;
  }

  private copied(bits: Bitset, made: number): number {
    bits.writeWords(this.arena, made, this.width);
    return made;
  }

  private room(name: number, spare: number): number {
    if (this.uses[name >>> 1]! < 2 || this.used >= this.mostKept) return this.width * (this.mostKept + spare);
    const made = this.width * this.used++;
    this.kept[name] = made;
    return made;
  }
}

function usesOf({ ops, left, right }: RuleProgram): Uint32Array {
  const uses = new Uint32Array(ops.length);
  for (let node = NEVER + 1; node < ops.length; node++) {
    if (ops[node] === LEAF) continue;
    uses[left[node]!]! += 1;
    if (ops[node] !== NOT) uses[right[node]!]! += 1;
  }
  return uses;
}

/** How many sets at once wait for another one, at most: only the second part of a pair adds one. */
function spareFor({ ops, left, right }: RuleProgram): number {
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
