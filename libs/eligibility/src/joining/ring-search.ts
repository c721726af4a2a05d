import { type GroupTally, verdictOnGroup, withMember } from './group-tally.js';
import type { JoiningPlan } from './joining-plan.js';
import { byLikeness, type Partner } from './partner.js';
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
 * Tries the groups of a ring by their least alike member, then by how many they are, then by the next least alike: exactly the order
 * in which they are ranked, so the search may stop after any group. A part of a group comes before the group.
 */
export function searchRing(search: RingSearch): void {
  const walk = new Walk(search);
  const { length } = search.pool;
  for (let last = 0; last < length; last += 1) {
    for (let count = 1; count <= Math.min(last + 1, MOST_PARTNERS); count += 1) {
      if (!walk.step(search.own, [], last, count - 1)) return;
    }
  }
}

class Walk {
  private readonly pool: readonly Partner[];
  private readonly firstOfRing: number;
  /** Where in the pool the first one stands who would make a leaf unmet, who may lead. */
  private readonly firstBreaking: readonly number[];
  private readonly firstLeading: readonly number[];
  private readonly fewestPeople: number[] = [Number.POSITIVE_INFINITY];
  private readonly mostPeople: number[] = [0];

  constructor(private readonly search: RingSearch) {
    this.pool = search.pool.toSorted(byLikeness);
    this.firstOfRing = this.first(search.isOfRing);
    this.firstBreaking = search.plan.leaves.map((_, leaf) => this.first(({ profile }) => profile.leaves[leaf] === 'unmet'));
    this.firstLeading = search.plan.joints.map((_, joint) => this.first(({ profile }) => profile.leads[joint] === 'met'));
    for (const [i, { profile }] of this.pool.entries()) {
      this.fewestPeople.push(Math.min(this.fewestPeople[i]!, profile.population ?? 0));
      this.mostPeople.push(Math.max(this.mostPeople[i]!, profile.population ?? 0));
    }
  }

  /** Adds the partner at `next` and then `more` of those before it. False: the search is over. */
  step(tally: GroupTally, chosen: readonly Partner[], next: number, more: number): boolean {
    if (!this.search.mayGoOn()) return false;
    const partner = this.pool[next]!;
    const partners = [...chosen, partner];
    const together = withMember(tally, partner.profile);
    if (!this.isWorthwhile(together, partners, next, more)) return true;
    if (more === 0) return verdictOnGroup(this.search.plan, together) !== 'met' || this.search.found(partners);
    for (let before = more - 1; before < next; before += 1) {
      if (!this.step(together, partners, before, more - 1)) return false;
    }
    return true;
  }

  private isWorthwhile(tally: GroupTally, partners: readonly Partner[], next: number, more: number): boolean {
    const mayTouchRing = (more > 0 && this.firstOfRing < next) || partners.some(this.search.isOfRing);
    return mayTouchRing && couldBeEligible(this.search.plan, tally, this.reserve(next, more)) && !this.search.holdsFoundGroup(partners);
  }

  private reserve(next: number, members: number): Reserve {
    return {
      members,
      fewestPeople: this.fewestPeople[next]!,
      mostPeople: this.mostPeople[next]!,
      breaks: (leaf) => this.firstBreaking[leaf]! < next,
      leads: (joint) => this.firstLeading[joint]! < next,
    };
  }

  private first(is: (partner: Partner) => boolean): number {
    const at = this.pool.findIndex(is);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}
