import type { AuthorityRecord, RegisterReading } from '../register/authority-record.js';
import { GERMAN_STATES } from '../register/german-states.js';
import { associationOf, countyOf, type Figure, municipalityOf, stateOf } from '../register/gv100ad-authority.js';
import { isNumberOfAssociation } from '../register/gv100ad-tags.js';
import { populationDayOf, sourceOf } from '../register/read-gv100ad.js';
import { ASSOCIATIONS } from './associations.js';
import { COUNTIES } from './counties.js';
import { MUNICIPALITIES } from './municipalities.js';

const TERRITORY_DATE = '2023-11-30';

/**
 * Authorities of all states and kinds for trying the product without a register file. They are facts of the official register, run through the same rules as
 * that: whoever imports it later finds these unchanged among its 12,272. Every parent is among them, and nothing ends by not being here.
 */
export function demonstrationRegister(): RegisterReading {
  return {
    format: 'demonstration',
    territoryDate: TERRITORY_DATE,
    source: sourceOf(TERRITORY_DATE),
    authorities: [...COUNTIES.map(county), ...ASSOCIATIONS.map(association), ...MUNICIPALITIES.map(municipality)],
    territories: GERMAN_STATES.map(({ number, name }) => stateOf(number, name)),
    leftOut: { unincorporated: 0 },
    problems: [],
    covers: [],
    spared: { keys: [], territories: [] },
  };
}

const figure: Figure = (value) =>
  value === undefined ? undefined : { value, asOf: populationDayOf(TERRITORY_DATE), source: sourceOf(TERRITORY_DATE) };

const stateIn = (key: string): string => key.slice(0, 2);
const countyIn = (key: string): string => key.slice(0, 5);

function county([key, code, name, population]: (typeof COUNTIES)[number]): AuthorityRecord {
  return countyOf({ type: '40', state: stateIn(key), county: key, code, name }, figure(population));
}

function association([key, code, name, population]: (typeof ASSOCIATIONS)[number]): AuthorityRecord {
  return associationOf({ type: '50', state: stateIn(key), county: countyIn(key), association: key, code, name }, figure(population));
}

function municipality([ags, code, number, name, population]: (typeof MUNICIPALITIES)[number]): AuthorityRecord {
  const line = {
    type: '60' as const,
    state: stateIn(ags),
    county: countyIn(ags),
    association: countyIn(ags) + number,
    ags,
    code,
    name,
    population,
  };
  return municipalityOf(line, isNumberOfAssociation(number), figure);
}
