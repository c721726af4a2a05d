import type { FactView } from './authority-view.js';

/** For how many months a fact counts as verified after its date; what changes with each budget is looked at each year. Everything else: see DEFAULT_MONTHS. */
const MONTHS: Readonly<Record<string, number>> = {
  financiallyWeak: 12,
  budgetConsolidation: 12,
  budgetStatus: 12,
  countyParticipates: 12,
  grwArea: 84, // the areas are fixed for seven years (GRW, EU regional aid guidelines)
  leaderArea: 84,
  inGebietskulisse: 84,
  centralPlace: 120,
};
const DEFAULT_MONTHS = 24;
/** Days after it have no form that the interface could write. */
const LAST_YEAR = 9999;

/** The last day on which a fact counts as verified; undefined for one without a date, which is taken as it was entered. */
export function verifiedUntil(fact: Pick<FactView, 'name' | 'asOf'>): Temporal.PlainDate | undefined {
  if (fact.asOf === null) return undefined;
  const months = Object.hasOwn(MONTHS, fact.name) ? MONTHS[fact.name]! : DEFAULT_MONTHS;
  const until = Temporal.PlainDate.from(fact.asOf).add({ months });
  return until.year > LAST_YEAR ? undefined : until;
}

/** Whether a fact has to be looked at again before it is relied upon. */
export function isOverdue(fact: Pick<FactView, 'name' | 'asOf'>, day: Temporal.PlainDate): boolean {
  const until = verifiedUntil(fact);
  return until !== undefined && Temporal.PlainDate.compare(until, day) < 0;
}
