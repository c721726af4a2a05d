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
  const verdict = jointPopulationVerdict(range, value, without);
  if (verdict === 'unknown') return unknown('joint-population-missing', params, ['population']);
  if (verdict === 'met') return met('joint-population-within', params);
  return unmet('joint-population-outside', { ...params, distance: distance(range, value) });
}

/** The verdict alone: `value` is the sum of the figures that are known, `without` how many members have none. */
export function jointPopulationVerdict(range: Range, value: number, without: number): Verdict {
  if (without > 0 && !isDecidedBy(range, value)) return 'unknown';
  return within(range, value) ? 'met' : 'unmet';
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
