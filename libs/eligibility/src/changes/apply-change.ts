import type { Applicant, PopulationFigure } from '../applicant.js';
import type { Change, ChangeElement } from './change.js';

/** A supposed newest figure is younger than every other one, so that figures of reference dates stay what they are. */
const SUPPOSED_DAY = '9999-12-31';

/** The applicant as it would be. A join changes nothing about who applies: `isEligibleWith` counts it. */
export function applyChange(applicant: Applicant, { set }: Change): Applicant {
  const facts = set.flatMap((element) => (element.kind === 'fact' ? [[element.name, element.to] as const] : []));
  const others = set.reduce(applied, applicant);
  return facts.length === 0 ? others : { ...others, facts: new Map([...applicant.facts, ...facts]) };
}

function applied(applicant: Applicant, element: ChangeElement): Applicant {
  switch (element.kind) {
    case 'population':
      return { ...applicant, population: withFigure(applicant.population, { value: element.to, asOf: element.asOf ?? SUPPOSED_DAY }) };
    case 'applicantType':
      return { ...applicant, types: element.to };
    case 'territory':
      return { ...applicant, territory: element.to };
    case 'authority':
      return { ...applicant, key: element.to };
    default:
      return applicant;
  }
}

function withFigure(figures: readonly PopulationFigure[], figure: PopulationFigure): readonly PopulationFigure[] {
  return [...figures.filter(({ asOf }) => asOf !== figure.asOf), figure];
}
