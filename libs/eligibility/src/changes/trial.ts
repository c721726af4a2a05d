import type { Applicant } from '../applicant.js';
import { type Criterion, children } from '../criterion.js';
import type { NamedTerritories } from '../named-territories.js';
import type { Candidate } from './candidate.js';
import type { Change } from './change.js';
import { isEligibleWith } from './is-eligible-with.js';

const MOST_NODES = 500;
/** So many nodes are judged at most, an entry of a list counting as a tenth of one. */
const MOST_JUDGED = 200_000;
const ENTRIES_OF_A_NODE = 10;

/** Tries sets of changes out, as long as that costs no more than it is worth. */
export class Trial {
  private judged = 0;
  private readonly nodes: number;
  private readonly cost: number;

  constructor(
    private readonly rule: Criterion,
    private readonly applicant: Applicant,
    private readonly named: NamedTerritories,
  ) {
    this.nodes = sumOver(rule, () => 1);
    this.cost = this.nodes + sumOver(rule, entriesIn) / ENTRIES_OF_A_NODE;
  }

  holds(candidate: Candidate): boolean {
    this.judged += this.cost;
    return isEligibleWith(this.rule, this.applicant, changeOf(candidate), this.named);
  }

  isExhausted(): boolean {
    return this.judged > MOST_JUDGED;
  }

  isTooLarge(): boolean {
    return this.nodes > MOST_NODES;
  }
}

export function changeOf(candidate: Candidate): Change {
  return { set: candidate.flatMap(({ elements }) => elements) };
}

function sumOver(criterion: Criterion, count: (criterion: Criterion) => number): number {
  return children(criterion).reduce((sum, child) => sum + sumOver(child.criterion, count), count(criterion));
}

function entriesIn(criterion: Criterion): number {
  if ('territory' in criterion) return criterion.territory.in.length;
  if ('applicantType' in criterion) return criterion.applicantType.in.length;
  return 'authority' in criterion ? criterion.authority.in.length : 0;
}
