import { type Facts, figureFor } from '../applicant.js';
import { type Criterion, hasJointApplication } from '../criterion.js';
import { evaluateJointly } from '../evaluate-jointly.js';
import type { Evaluation } from '../evaluation.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '../named-territories.js';
import { type GroupTally, verdictOnGroup } from './group-tally.js';
import { isSmallest } from './is-smallest.js';
import { type JoiningPlan, joiningPlan, type Known, type MemberProfile } from './joining-plan.js';
import { NEARNESSES, type Nearness } from './nearness.js';
import { byNearness, type Candidate, lookAround, type Partner } from './partner.js';
import { searchRing } from './ring-search.js';

export interface GroupOptions {
  /** Given for the application as a whole. */
  readonly facts?: Facts;
  readonly named?: NamedTerritories;
  /** Groups at most; 20 unless told. */
  readonly most?: number;
  /** Steps of the search; a ring takes half of those that are left, so that the next ones have some. */
  readonly effort?: number;
}

/** Some who may apply together: the applicant first, then its partners, the nearest first. */
export interface Group {
  readonly members: readonly Candidate[];
  /** Of the farthest member. */
  readonly nearness: Nearness;
  /** The sum of the newest figures; absent where a member has none. */
  readonly population?: number;
  readonly evaluation: Evaluation;
}

export interface FoundGroups {
  readonly groups: readonly Group[];
  /** False: a ring was too large to be tried to its end, so there may be groups that are not shown. */
  readonly isComplete: boolean;
}

const MOST_GROUPS = 20;
/** A fraction of a second. */
const EFFORT = 200_000;
/**
 * The smallest groups around an applicant that may apply jointly: `evaluateJointly` says `eligible` of each, and of no part of it that
 * still holds the applicant. Who may apply alone needs nobody, so there is none. Ranked by the farthest member's nearness, then by fewest
 * members, then by how near and how like the applicant in size its members are, the last of them first (ADR 0012).
 */
export function smallestGroups(rule: Criterion, self: Candidate, candidates: Iterable<Candidate>, options: GroupOptions = {}): FoundGroups {
  if (!hasJointApplication(rule)) return { groups: [], isComplete: true };
  const known: Known = { facts: options.facts ?? new Map(), named: options.named ?? NO_NAMED_TERRITORIES };
  const plan = joiningPlan(rule, known);
  const { own, rings } = lookAround(plan, self, candidates, known);
  if (verdictOnGroup(plan, own) === 'met') return { groups: [], isComplete: true };
  const search = new Search(plan, own, options);
  const pool: Partner[] = [];
  for (const ring of NEARNESSES) {
    const ofRing = rings.get(ring)!;
    pool.push(...ofRing);
    if (ofRing.length > 0 && !search.isFull) search.ring(pool, ring);
  }
  const groups = search.groups.map((partners) => toGroup(rule, self, partners, known));
  return { groups: groups.filter(({ evaluation }) => evaluation.outcome === 'eligible'), isComplete: search.isComplete };
}

/** What was found so far. While no ring was given up, all parts of a group have been tried before it; after that it is taken apart. */
class Search {
  readonly groups: (readonly Partner[])[] = [];
  isComplete = true;
  private readonly most: number;
  private effort: number;

  constructor(
    private readonly plan: JoiningPlan,
    private readonly own: GroupTally,
    { most = MOST_GROUPS, effort = EFFORT }: GroupOptions,
  ) {
    this.most = most;
    this.effort = effort;
  }

  get isFull(): boolean {
    return this.groups.length >= this.most;
  }

  ring(pool: readonly Partner[], ring: Nearness): void {
    const share = Math.ceil(this.effort / 2);
    let steps = 0;
    const mayGoOn = (): boolean => {
      steps += 1;
      return steps <= share;
    };
    searchRing({
      plan: this.plan,
      own: this.own,
      pool,
      isOfRing: (partner) => partner.nearness === ring,
      found: (partners) => this.take(partners),
      holdsFoundGroup: (partners) => this.groups.some((group) => group.every((partner) => partners.includes(partner))),
      mayGoOn,
    });
    if (steps > share) this.isComplete = false;
    this.effort -= Math.min(steps, share);
  }

  private take(partners: readonly Partner[]): boolean {
    const isSure = this.isComplete || isSmallest(this.plan, this.own, profilesOf(partners));
    if (isSure) this.groups.push(partners);
    return !this.isFull;
  }
}

function profilesOf(partners: readonly Partner[]): MemberProfile[] {
  return partners.map(({ profile }) => profile);
}

function toGroup(rule: Criterion, self: Candidate, partners: readonly Partner[], known: Known): Group {
  const sorted = partners.toSorted(byNearness);
  const members = [self, ...sorted.map(({ candidate }) => candidate)];
  const evaluation = evaluateJointly(
    rule,
    members.map(({ applicant }) => applicant),
    known.facts,
    known.named,
  );
  const people = jointPopulation(members);
  return { members, nearness: sorted.at(-1)!.nearness, ...(people !== undefined && { population: people }), evaluation };
}

function jointPopulation(members: readonly Candidate[]): number | undefined {
  const figures = members.map(({ applicant }) => figureFor(undefined, applicant.population)?.value);
  return figures.every((value) => value !== undefined) ? figures.reduce((sum, value) => sum + value, 0) : undefined;
}
