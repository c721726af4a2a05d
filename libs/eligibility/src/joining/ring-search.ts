import { type GroupTally, verdictOnGroup, withMember } from './group-tally.js';
import type { JoiningPlan } from './joining-plan.js';
import { byNearness, type Partner } from './partner.js';
import { PeopleSums } from './people-sums.js';
import { couldBeEligible, type Reserve } from './prospect.js';

/** Nobody applies with more partners than this; it keeps a hopeless search short. */
const MOST_PARTNERS = 40;

export interface RingSearch {
  readonly plan: JoiningPlan;
  readonly own: GroupTally;
  /** Everybody up to this ring, those of it included. */
  readonly pool: readonly Partner[];
  /** Groups have somebody of this ring: the others were found in an earlier one. */
  readonly isOfRing: (partner: Partner) => boolean;
  /** Called with each group; false: no more. */
  readonly found: (partners: readonly Partner[]) => boolean;
  /** Whether these, whoever else joins, hold a group that was found. */
  readonly holdsFoundGroup: (partners: readonly Partner[]) => boolean;
  /** Asked before each step; false: give up. */
  readonly mayGoOn: () => boolean;
}

/**
 * Tries the groups of a ring by how many they are, then by their farthest and least alike member, then by the next: exactly the order in
 * which they are ranked, so the search may stop after any group. A part of a group comes before the group.
 */
export function searchRing(search: RingSearch): void {
  const walk = new Walk(search);
  const { length } = search.pool;
  for (let count = 1; count <= Math.min(length, MOST_PARTNERS); count += 1) {
    if (!walk.from(search.own, [], { upTo: length, more: count })) return;
  }
}

/** How many are still to be added, of those at the beginning of the pool. */
interface Rest {
  readonly upTo: number;
  readonly more: number;
}

class Walk {
  private readonly pool: readonly Partner[];
  private readonly people: PeopleSums;
  private readonly firstOfRing: number;
  /** Where in the pool the first one stands who would make a leaf unmet, who may lead. */
  private readonly firstBreaking: readonly number[];
  private readonly firstLeading: readonly number[];

  constructor(private readonly search: RingSearch) {
    this.pool = search.pool.toSorted(byNearness);
    this.people = new PeopleSums(this.pool, MOST_PARTNERS);
    this.firstOfRing = this.first(search.isOfRing);
    this.firstBreaking = search.plan.leaves.map((_, leaf) => this.first(({ profile }) => profile.leaves[leaf] === 'unmet'));
    this.firstLeading = search.plan.joints.map((_, joint) => this.first(({ profile }) => profile.leads[joint] === 'met'));
  }

  /** All groups of the chosen and `more` of the first `upTo`. False: the search is over. */
  from(tally: GroupTally, chosen: readonly Partner[], rest: Rest): boolean {
    if (!this.search.mayGoOn()) return false;
    if (!this.isWorthwhile(tally, chosen, rest)) return true;
    if (rest.more === 0) return verdictOnGroup(this.search.plan, tally) !== 'met' || this.search.found(chosen);
    for (let next = rest.more - 1; next < rest.upTo; next += 1) {
      const partner = this.pool[next]!;
      const isGoingOn = this.from(withMember(tally, partner.profile), [...chosen, partner], { upTo: next, more: rest.more - 1 });
      if (!isGoingOn) return false;
    }
    return true;
  }

  private isWorthwhile(tally: GroupTally, chosen: readonly Partner[], rest: Rest): boolean {
    const mayTouchRing = (rest.more > 0 && this.firstOfRing < rest.upTo) || chosen.some(this.search.isOfRing);
    return mayTouchRing && couldBeEligible(this.search.plan, tally, this.reserve(rest)) && !this.search.holdsFoundGroup(chosen);
  }

  private reserve({ upTo, more }: Rest): Reserve {
    return {
      members: more,
      fewestPeople: this.people.fewest(upTo, more),
      mostPeople: this.people.most(upTo, more),
      breaks: (leaf) => this.firstBreaking[leaf]! < upTo,
      leads: (joint) => this.firstLeading[joint]! < upTo,
    };
  }

  private first(is: (partner: Partner) => boolean): number {
    const at = this.pool.findIndex(is);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}
