import type { AuthorityRecord, Day, RegisterReading, Spared, TerritoryRecord } from './authority-record.js';
import { decodeRegister, linesOf } from './decode-register.js';
import { GERMAN_STATES } from './german-states.js';
import { associationOf, countyOf, type Figure, municipalityOf, stateOf } from './gv100ad-authority.js';
import { sumsOf } from './gv100ad-figures.js';
import { dayOf, frameOf } from './gv100ad-frame.js';
import type { AssociationLine, Gv100adRecord } from './gv100ad-line.js';
import { type Damage, type Gv100adLines, readGv100adLines } from './gv100ad-lines.js';
import { isAssociation, isCounty, isNumberOfAssociation, isUnincorporated } from './gv100ad-tags.js';
import { demandWholeness, isWholeCountry } from './gv100ad-wholeness.js';

/**
 * Reads the German municipality register ("Gemeindeverzeichnis GV100AD", Destatis): UTF-8 or ISO-8859-1, LF or CR LF, with or without a byte order mark.
 * Lines that cannot be read are reported and left out; a file that is no GV100AD, mixes dates, or was cut off is refused as a whole.
 * @param given.populationAsOf the day of the population figures, where the default (31 December before the year of the territory date) is not right
 * @throws RegisterRefused
 */
export function readGv100ad(bytes: Uint8Array, given: { populationAsOf?: Day } = {}): RegisterReading {
  const file = linesOf(decodeRegister(bytes));
  const frame = frameOf(file);
  const lines = readGv100adLines(file.lines, frame);
  demandWholeness(lines);
  const territoryDate = dayOf(frame.date);
  const source = sourceOf(territoryDate);
  const asOf = given.populationAsOf ?? populationDayOf(territoryDate);
  const figure: Figure = (value) => (value === undefined ? undefined : { value, asOf, source });
  return {
    format: 'gv100ad',
    territoryDate,
    source,
    authorities: authoritiesOf(lines, figure),
    territories: territoriesOf(lines.records),
    leftOut: leftOutOf(lines.records),
    problems: lines.problems,
    covers: coverOf(lines),
    spared: sparedBy(lines.damages),
  };
}

/** The mention that the licence asks for (Datenlizenz Deutschland – Namensnennung). */
export function sourceOf(territoryDate: Day): string {
  const [year, month, day] = territoryDate.split('-');
  return `© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand ${day}.${month}.${year}`;
}

/** The register of a day in 2023 carries the population of 31.12.2022; the file itself does not say so. */
export function populationDayOf(territoryDate: Day): Day {
  return `${Number(territoryDate.slice(0, 4)) - 1}-12-31`;
}

function authoritiesOf(lines: Gv100adLines, figure: Figure): AuthorityRecord[] {
  const sums = sumsOf(lines);
  const associations = new Map(lines.records.filter((record) => record.type === '50').map((record) => [record.association, record]));
  const authorities: AuthorityRecord[] = [];
  for (const record of lines.records) {
    if (record.type === '40' && isCounty(record.code)) authorities.push(countyOf(record, figure(sums(record.county))));
    if (record.type === '50' && isAssociation(record.code)) authorities.push(associationOf(record, figure(sums(record.association))));
    if (record.type === '60' && !isUnincorporated(record.code)) {
      authorities.push(municipalityOf(record, isInAssociation(record.association, associations), figure));
    }
  }
  return authorities;
}

/** Where the line of the association is damaged, its number tells. */
function isInAssociation(number: string, associations: ReadonlyMap<string, AssociationLine>): boolean {
  const association = associations.get(number);
  return association === undefined ? isNumberOfAssociation(number.slice(5)) : isAssociation(association.code);
}

/** The states of the file, those too whose own line is damaged or missing in an extract. */
function territoriesOf(records: readonly Gv100adRecord[]): TerritoryRecord[] {
  const names = new Map(records.filter((record) => record.type === '10').map((record) => [record.state, record.name]));
  const present = new Set(records.map((record) => record.state));
  return GERMAN_STATES.filter((state) => present.has(state.number)).map(({ number, name }) => stateOf(number, names.get(number) ?? name));
}

function leftOutOf(records: readonly Gv100adRecord[]): RegisterReading['leftOut'] {
  const keys = records.flatMap((record) =>
    record.type === '60' && isUnincorporated(record.code) ? [{ key: `DE:${record.ags}`, name: record.name }] : [],
  );
  return { unincorporated: keys.length, keys };
}

function coverOf({ records }: Gv100adLines): string[] {
  if (isWholeCountry(records)) return ['DE'];
  return records.filter((record) => record.type === '40').map((record) => `DE-${record.county}`);
}

function sparedBy(damages: readonly Damage[]): Spared {
  const keys = damages.map((damage) => damage.key).filter((key) => key !== undefined);
  const territories = damages.filter((damage) => damage.key === undefined).map(({ neighbour }) => (neighbour ? `DE-${neighbour}` : 'DE'));
  return { keys: [...new Set(keys)], territories: [...new Set(territories)] };
}
