import { type GroupTally, verdictOnGroup, withMember } from './group-tally.js';
import type { JoiningPlan, MemberProfile } from './joining-plan.js';

/** Beyond this many partners all parts of a group are too many to be tried one by one. */
const MOST_TO_TAKE_APART = 12;

/** Takes a group apart: whether no part of it that still holds the applicant is eligible. Of a group too large for that: no. */
export function isSmallest(plan: JoiningPlan, own: GroupTally, partners: readonly MemberProfile[]): boolean {
  if (partners.length > MOST_TO_TAKE_APART) return false;
  for (let part = 0; part < 2 ** partners.length - 1; part += 1) {
    const tally = partners.reduce((sum, profile, i) => (part & (1 << i) ? withMember(sum, profile) : sum), own);
    if (verdictOnGroup(plan, tally) === 'met') return false;
  }
  return true;
}
