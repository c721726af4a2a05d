import { type Applicant, figureFor } from '../applicant.js';
import type { PopulationDemand } from '../criterion.js';
import { type Judgement, met, unknown, unmet } from '../judgement.js';
import { boundsOf, distance, within } from '../range.js';

/** Counts the figure of the reference date where the call names one, else the newest (call texts rarely say). */
export function judgePopulation(demand: PopulationDemand, applicant: Applicant): Judgement {
  const bounds = boundsOf(demand);
  const figure = figureFor(demand.asOf, applicant.population);
  if (figure === undefined) return unknown('population-missing', { ...bounds, referenceDate: demand.asOf }, ['population']);
  const params = { ...bounds, referenceDate: demand.asOf, value: figure.value, asOf: figure.asOf, source: figure.source };
  if (within(demand, figure.value)) return met('population-within', params);
  return unmet('population-outside', { ...params, distance: distance(demand, figure.value) });
}
