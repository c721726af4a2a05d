import { type Applicant, figureFor } from '../applicant.js';
import type { Demand, Place, Value } from './condition.js';

/** What the applicant has of what a demand looks at; undefined is unknown. Before a change everybody applies alone. */
export function valueNow(demand: Demand, applicant: Applicant): Value {
  switch (demand.kind) {
    case 'applicantType':
      return applicant.types;
    case 'place':
      return placeOf(applicant);
    case 'population':
      return figureFor(demand.asOf, applicant.population)?.value;
    case 'fact':
      return applicant.facts.get(demand.fact.name);
    default:
      return 'alone';
  }
}

function placeOf({ territory, key }: Applicant): Place {
  return { ...(territory === undefined ? {} : { territory }), ...(key === undefined ? {} : { key }) };
}
