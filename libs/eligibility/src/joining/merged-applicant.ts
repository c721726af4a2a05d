import { type Applicant, type Facts, figureFor, type PopulationFigure } from '../applicant.js';

/** Lengths of a German territory: county, government region, state. */
const GERMAN_LEVELS = [8, 6, 5] as const;
const NO_REGION = '0';

/**
 * One authority made of several, as rules would see it: a supposition, for nobody knows what a merger would really keep.
 * - kind: that of the largest part, on equal figures of the first key; who takes the others in keeps its standing
 * - territory: the smallest that holds all parts; finer criteria are unmet, as of any territory that is too coarse
 * - population: the sum, for each reference date of which every part has a figure, and for no other
 * - facts: those of which all parts say the same
 * - key: none, since it would be a new one; closed lists of keys stay unknown
 */
export function mergedApplicant(parts: readonly Applicant[]): Applicant {
  const territory = commonTerritory(parts.map((part) => part.territory));
  return {
    types: largest(parts)?.types ?? [],
    ...(territory !== undefined && { territory }),
    population: summedFigures(parts.map(({ population }) => population)),
    facts: commonFacts(parts.map(({ facts }) => facts)),
  };
}

function largest(parts: readonly Applicant[]): Applicant | undefined {
  const size = ({ population }: Applicant) => figureFor(undefined, population)?.value ?? -1;
  return parts.toSorted((a, b) => size(b) - size(a) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1))[0];
}

/** "DE-05358" of two municipalities of a county, "DE" of two states, undefined across countries. */
export function commonTerritory(territories: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = territories;
  if (first === undefined) return undefined;
  const isCommon = (prefix: string) => others.every((other) => other?.startsWith(prefix));
  if (others.every((other) => other === first)) return first;
  const [country] = first.split('-') as [string];
  const levels = country === 'DE' ? GERMAN_LEVELS.filter((length) => first.length >= length).map((length) => first.slice(0, length)) : [];
  const level = levels.find((prefix) => isCommon(prefix) && !(prefix.length === GERMAN_LEVELS[1] && prefix.endsWith(NO_REGION)));
  return level ?? (others.every((other) => other === country || other?.startsWith(`${country}-`)) ? country : undefined);
}

function summedFigures(series: readonly (readonly PopulationFigure[])[]): PopulationFigure[] {
  const dates = new Set(series[0]?.map(({ asOf }) => asOf));
  return [...dates].flatMap((asOf) => {
    const figures = series.map((figures) => figures.find((figure) => figure.asOf === asOf));
    if (!figures.every((figure) => figure !== undefined)) return [];
    return [{ value: figures.reduce((sum, { value }) => sum + value, 0), ...(asOf !== undefined && { asOf }) }];
  });
}

function commonFacts([first, ...others]: readonly Facts[]): Facts {
  return new Map([...(first ?? [])].filter(([name, value]) => others.every((facts) => facts.get(name) === value)));
}
