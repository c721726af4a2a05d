import { type Criterion, isLeaf, type Leaf } from '../criterion.js';
import type { Reading } from './bits-of-rule.js';

/** What a node does with the verdicts of nodes before it. LEAF asks leaf `left`; the others look at `left` and, NOT excepted, `right`. */
export const LEAF = 0;
export const AND = 1;
const OR = 2;
export const NOT = 3;

/** Node 0 is met by everybody, node 1 by nobody; they are there before any rule. */
export const ALWAYS = 0;
export const NEVER = 1;
const CONSTANTS = 2;

const PAIRS = 2 ** 24;

/**
 * Turns rules into nodes in which each comes after those it needs. A part that occurs again, in whichever rule, is not written again:
 * 2,500 calls ask about a few hundred leaves.
 */
export class RuleCompiler {
  readonly ops: number[] = [];
  readonly left: number[] = [];
  readonly right: number[] = [];
  readonly leaves: Leaf[] = [];
  private readonly nodes = new Map<number, number>();
  private readonly leafNodes = new Map<string, number>();

  /** Goes on after so many nodes and leaves that were written before. */
  constructor(
    private readonly nodesBefore = CONSTANTS,
    private readonly leavesBefore = 0,
  ) {}

  /** The node that gives the rule's verdict in this reading. */
  compile(criterion: Criterion, reading: Reading): number {
    if (isLeaf(criterion)) return this.leaf(criterion);
    if ('not' in criterion) return this.node(NOT, this.compile(criterion.not, reading), 0);
    if ('allOf' in criterion) return this.all(AND, criterion.allOf, reading);
    if ('anyOf' in criterion) return this.all(OR, criterion.anyOf, reading);
    if (reading === 'alone') return NEVER;
    // A possible member or lead; what is asked of the whole is taken as met.
    const { eachMember, lead } = criterion.jointApplication;
    return this.all(OR, [eachMember ?? { allOf: [] }, ...(lead === undefined ? [] : [lead])], reading);
  }

  private all(op: number, criteria: readonly Criterion[], reading: Reading): number {
    const neutral = op === AND ? ALWAYS : NEVER;
    // In one order, so that the same parts become the same chain of pairs.
    const parts = criteria.map((criterion) => this.compile(criterion, reading)).sort((a, b) => a - b);
    return parts.reduce((chain, part) => (chain === neutral ? part : this.node(op, chain, part)), neutral);
  }

  private leaf(leaf: Leaf): number {
    const { id: _id, label: _label, source: _source, ...demand } = leaf;
    const name = JSON.stringify(demand);
    const known = this.leafNodes.get(name);
    if (known !== undefined) return known;
    const node = this.add(LEAF, this.leavesBefore + this.leaves.length, 0);
    this.leaves.push(leaf);
    this.leafNodes.set(name, node);
    return node;
  }

  private node(op: number, left: number, right: number): number {
    const name = (op * PAIRS + left) * PAIRS + right;
    const known = this.nodes.get(name);
    if (known !== undefined) return known;
    const node = this.add(op, left, right);
    this.nodes.set(name, node);
    return node;
  }

  private add(op: number, left: number, right: number): number {
    this.left.push(left);
    this.right.push(right);
    return this.nodesBefore + this.ops.push(op) - 1;
  }
}
