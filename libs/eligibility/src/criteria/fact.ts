import type { Facts, FactValue } from '../applicant.js';
import type { FactDemand } from '../criterion.js';
import { type Judgement, met, unknown, unmet } from '../judgement.js';
import { boundsOf, within } from '../range.js';

/** `is` compares type and value; a range holds for numbers only. A fact that nobody has given is unknown, never false. */
export function judgeFact(demand: FactDemand, facts: Facts): Judgement {
  const params = { fact: demand.name, is: demand.is, ...boundsOf(demand) };
  const value = facts.get(demand.name);
  if (value === undefined) return unknown('fact-missing', params, [`fact:${demand.name}`]);
  return holds(demand, value) ? met('fact-holds', { ...params, value }) : unmet('fact-differs', { ...params, value });
}

/** Whether a known value is what the rule asks for. */
export function holds(demand: FactDemand, value: FactValue): boolean {
  return demand.is === undefined ? typeof value === 'number' && within(demand, value) : value === demand.is;
}
