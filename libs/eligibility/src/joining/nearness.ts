/**
 * How near an authority lies, from near to far. The register's keys know no neighbours: which counties border on each other cannot be
 * read from them, so the ring between county and state is the government region, the third digit of a German key (ADR 0012).
 */
export const NEARNESSES = ['association', 'county', 'region', 'state', 'elsewhere'] as const;
export type Nearness = (typeof NEARNESSES)[number];

/** Where somebody belongs; `association` is the key of the municipal association, of an association its own. */
export interface Place {
  readonly association?: string;
  readonly territory?: string;
}

/** "DE-05" and the digits of government region and county. */
const STATE = 5;
const REGION = 6;
const COUNTY = 8;
const NO_REGION = '0';

export function nearness(one: Place, other: Place): Nearness {
  if (one.association !== undefined && one.association === other.association) return 'association';
  const [a, b] = [one.territory, other.territory];
  if (a === undefined || b === undefined) return 'elsewhere';
  // Abroad a territory is the département or the like ("FR-29"); a whole country is no place to be near in.
  if (!a.startsWith('DE-') || !b.startsWith('DE-')) return a === b && a.includes('-') ? 'county' : 'elsewhere';
  if (shares(a, b, COUNTY)) return 'county';
  // The digit 0 says that the state has none; some states have given theirs up and kept the digits.
  if (shares(a, b, REGION) && a[REGION - 1] !== NO_REGION) return 'region';
  return shares(a, b, STATE) ? 'state' : 'elsewhere';
}

function shares(a: string, b: string, length: number): boolean {
  return a.length >= length && b.length >= length && a.slice(0, length) === b.slice(0, length);
}
