import type { ProgramFacts } from './program-facts.js';
import { natuerlicherKlimaschutz, waermeplanung } from './programs/climate.js';
import { dorferneuerung, strukturUndDorfentwicklung } from './programs/dorfentwicklung-nrw.js';
import { europeanCityFacility, klar } from './programs/europe.js';
import { modellkommune } from './programs/modellkommune.js';
import { smartCities } from './programs/smart-cities.js';
import { vorOrtFuerAlle } from './programs/vor-ort-fuer-alle.js';
import { kulturelleBildung, stadtradeln, zusammenarbeitBayern } from './programs/yearly-and-local.js';
import { zukunftsraeume } from './programs/zukunftsraeume.js';

/** Fourteen real calls of thirteen programmes as facts, in our own words, and four invented rounds that lie ahead of the day of the seeding. */
export const PROGRAMS: readonly ProgramFacts[] = [
  modellkommune,
  smartCities,
  vorOrtFuerAlle,
  zukunftsraeume,
  strukturUndDorfentwicklung,
  dorferneuerung,
  waermeplanung,
  natuerlicherKlimaschutz,
  stadtradeln,
  zusammenarbeitBayern,
  kulturelleBildung,
  klar,
  europeanCityFacility,
];
