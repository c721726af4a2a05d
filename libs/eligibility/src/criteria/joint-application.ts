import { type Applicant, figureFor } from '../applicant.js';
import { DEFAULT_MEMBERS, type Range } from '../criterion.js';
import { type Judgement, met, unknown, unmet } from '../judgement.js';
import type { Verdict } from '../outcome.js';
import { boundsOf, distance, within } from '../range.js';

/** How many apply together. */
export function judgeMemberCount(range: Range | undefined, count: number): Judgement {
  const demanded = range ?? DEFAULT_MEMBERS;
  const params = { ...boundsOf(demanded), value: count };
  return within(demanded, count)
    ? met('members-within', params)
    : unmet('members-outside', { ...params, distance: distance(demanded, count) });
}

/**
 * The sum of the members' newest figures. Where figures are missing, the known part may decide already: more people than allowed
 * never become fewer, and enough never become too few.
 */
export function judgeJointPopulation(range: Range, members: readonly Applicant[]): Judgement {
  const figures = members.map((member) => figureFor(undefined, member.population)?.value);
  const known = figures.filter((value) => value !== undefined);
  const value = known.reduce((sum, each) => sum + each, 0);
  const without = figures.length - known.length;
  const params = { ...boundsOf(range), value, ...(without > 0 ? { membersWithoutFigure: without } : {}) };
  if (without > 0 && !isDecidedBy(range, value)) return unknown('joint-population-missing', params, ['population']);
  if (within(range, value)) return met('joint-population-within', params);
  return unmet('joint-population-outside', { ...params, distance: distance(range, value) });
}

/** Whether a sum that can only grow is already too large, or large enough where there is no upper bound. */
function isDecidedBy(range: Range, partOfTheSum: number): boolean {
  const { atMost, lessThan } = range;
  const isOver = (atMost !== undefined && partOfTheSum > atMost) || (lessThan !== undefined && partOfTheSum >= lessThan);
  return isOver || (atMost === undefined && lessThan === undefined && within(range, partOfTheSum));
}

/** Whether at least one member can lead. */
export function judgeLead(verdict: Verdict): Judgement {
  if (verdict === 'met') return met('lead-present', {});
  return verdict === 'unmet' ? unmet('lead-absent', {}) : unknown('lead-unknown', {}, []);
}
