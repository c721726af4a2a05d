import type { AuthorityRecord, Day, FactValue } from './authority-record.js';
import type { CsvColumn, CsvHeader } from './csv-header.js';
import { isDay } from './is-day.js';
import type { LineFault } from './register-problem.js';

const KEY = /^[A-Z]{2}:[A-Za-z0-9._-]{1,40}$/;
const TERRITORY = /^[A-Z]{2}(-[A-Za-z0-9]{1,20})?$/;

/** Thrown inside a row only; the row then is a problem of the reading. */
class RowFault extends Error {
  constructor(readonly fault: LineFault) {
    super(fault.code);
  }
}

/** One row as an authority, or why it is none. `source` names the origin of figures where the row does not. */
export function readCsvRow(cells: readonly string[], header: CsvHeader, source: string): AuthorityRecord | LineFault {
  try {
    if (cells.length !== header.width) refuse('column-count', { count: cells.length, expected: header.width });
    return authorityOf((column) => cells[header.columns.get(column) ?? -1]?.trim() ?? '', factsOf(cells, header), source);
  } catch (error) {
    if (error instanceof RowFault) return error.fault;
    throw error;
  }
}

type Cells = (column: CsvColumn) => string;

function authorityOf(cell: Cells, facts: Record<string, FactValue>, source: string): AuthorityRecord {
  const key = cell('key');
  if (!KEY.test(key)) refuse('key', { value: key });
  const name = cell('name') || refuse('name-missing');
  const types = cell('types')
    .split(/[\s|]+/)
    .filter((tag) => tag !== '');
  if (types.length === 0) refuse('types-missing');
  return {
    key,
    ...parentOf(cell('parent_key')),
    name,
    officialName: cell('official_name') || name,
    types: [...new Set(types)],
    territory: territoryOf(cell('territory'), key),
    ...populationOf(cell, source),
    ...validityOf(cell),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    ...zoneOf(cell('zone')),
  };
}

function parentOf(parentKey: string): { parentKey?: string } {
  if (parentKey === '') return {};
  return KEY.test(parentKey) || TERRITORY.test(parentKey) ? { parentKey } : refuse('parent-key', { value: parentKey });
}

/** German municipality, county and association keys and French commune keys say where they lie; of others the row must. */
function territoryOf(territory: string, key: string): string {
  if (territory !== '') return TERRITORY.test(territory) ? territory : refuse('territory', { value: territory });
  const [, country, place] =
    /^(DE):(\d{5}|\d{8})$/.exec(key) ?? /^(DE):(\d{5})\d{4}$/.exec(key) ?? /^(FR):(\d[\dAB]\d{3})$/.exec(key) ?? [];
  return place === undefined ? refuse('territory-missing', { key }) : `${country}-${place}`;
}

function populationOf(cell: Cells, source: string): Pick<AuthorityRecord, 'population'> {
  const text = cell('population');
  if (text === '') return {};
  if (!/^\d{1,10}$/.test(text)) refuse('population', { value: text });
  const asOf = dayOf(cell, 'population_date') ?? refuse('population-date-missing');
  return { population: { value: Number(text), asOf, source: cell('source') || source } };
}

function validityOf(cell: Cells): Pick<AuthorityRecord, 'validFrom' | 'validTo'> {
  const validFrom = dayOf(cell, 'valid_from');
  const validTo = dayOf(cell, 'valid_to');
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
    refuse('validity-reversed', { from: validFrom, to: validTo });
  return { ...(validFrom === undefined ? {} : { validFrom }), ...(validTo === undefined ? {} : { validTo }) };
}

function dayOf(cell: Cells, column: CsvColumn): Day | undefined {
  const value = cell(column);
  if (value === '') return undefined;
  return isDay(value) ? value : refuse('day', { value, column });
}

function zoneOf(zone: string): { zone?: string } {
  if (zone === '') return {};
  try {
    // Offsets such as +01:00 know no clock change, so only names are taken.
    if (!/^[A-Z]/.test(zone)) throw new RangeError(zone);
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return { zone };
  } catch {
    return refuse('zone', { value: zone });
  }
}

/** Empty: not known. true and false, numbers with a point ("0.35", but not "007"), all else is text. */
function factsOf(cells: readonly string[], header: CsvHeader): Record<string, FactValue> {
  const known = [...header.facts].map(([name, index]): [string, string] => [name, cells[index]!.trim()]).filter(([, text]) => text !== '');
  return Object.fromEntries(known.map(([name, text]) => [name, factValue(text)]));
}

function factValue(text: string): FactValue {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(text) ? Number(text) : text;
}

function refuse(code: LineFault['code'], params: LineFault['params'] = {}): never {
  throw new RowFault({ code, params });
}
