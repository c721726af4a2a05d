import type { AuthorityRecord, Day, LeftOutKey, RegisterReading } from './authority-record.js';
import { decodeRegister, UNREADABLE } from './decode-register.js';
import { municipalityName } from './display-name.js';
import { municipalityTags } from './gv100ad-tags.js';
import { isDay } from './is-day.js';
import { sourceOf } from './read-gv100ad.js';
import { type LineFault, problemOf, type RegisterProblem } from './register-problem.js';
import { RegisterRefused } from './register-refused.js';
import { demandReadable, demandRows, type Row, splitCsv } from './split-csv.js';

const NEEDED = ['ars', 'ags', 'name'] as const;
type Column = (typeof NEEDED)[number];

/** Regional key of twelve digits (county, association, municipality), and the municipality key that follows from it. */
const ARS = /^((?:0[1-9]|1[0-6])\d{3})(\d{4})(\d{3})$/;

/**
 * Reads a list of keys and names of the German municipalities, as it can be had long before the next whole register. It says nothing of kinds, associations
 * and figures of those that are known; of new ones what their key tells. Association numbers beginning with 9 are unincorporated areas.
 *
 *     ars,ags,name,kreis,kreis_name
 *     064150000000,06415000,"Hanau, Brüder-Grimm-Stadt",06415,"Hanau, Brüder-Grimm-Stadt"
 *
 * @param given.name of the file: a day in it ("…-2026-06-30.csv") is that of the boundaries
 * @param given.day the day on which it is handed in, where the name has none
 * @throws RegisterRefused
 */
export function readKeysCsv(bytes: Uint8Array, given: { day: Day; name: string }): RegisterReading {
  const text = decodeRegister(bytes);
  if (text.trim() === '') throw new RegisterRefused('empty');
  const [titles, ...rows] = splitCsv(text);
  const columns = columnsOf(titles);
  demandRows(rows, columns.width, /\n\s*$/.test(text));
  const { authorities, leftOut, problems, spared } = readRows(rows, columns);
  demandReadable(problems, rows.length, authorities.length);
  const named = dayIn(given.name);
  const territoryDate = named ?? given.day;
  return {
    format: 'keys-csv',
    territoryDate,
    source: sourceOf(territoryDate),
    authorities,
    territories: [],
    leftOut: { unincorporated: leftOut.length, keys: leftOut },
    problems,
    covers: ['DE'],
    coversOnly: 'municipality',
    spared: { keys: spared, territories: problems.length > spared.length ? ['DE'] : [] },
    isNamesOnly: true,
    isDateGuessed: named === undefined,
  };
}

/** Where the file names no day, it is at least as new as what is known. */
export function datedNotBefore(reading: RegisterReading, newest: Day | undefined): RegisterReading {
  if (!reading.isDateGuessed || newest === undefined || reading.territoryDate >= newest) return reading;
  return { ...reading, territoryDate: newest, source: sourceOf(newest) };
}

/** "de-gemeinden-keys-2026-06-30.csv": the last day in the name. */
function dayIn(name: string): Day | undefined {
  const days = [...name.matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([day]) => day);
  return days.findLast(isDay);
}

interface Columns {
  readonly width: number;
  readonly at: Readonly<Record<Column, number>>;
}

/** Columns beyond those needed are somebody else's and are not read. */
function columnsOf(titles: Row | undefined): Columns {
  if (titles === undefined || !('cells' in titles)) throw new RegisterRefused('wrong-format', { format: 'CSV' }, 1);
  const names = titles.cells.map((title) => title.trim().toLowerCase());
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (missing.length === NEEDED.length) throw new RegisterRefused('wrong-format', { format: 'keys-csv' }, 1);
  const double = NEEDED.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (missing.length + double.length > 0) {
    throw new RegisterRefused('header', { missing: missing.join(', '), strange: double.join(', ') }, 1);
  }
  return { width: names.length, at: { ars: names.indexOf('ars'), ags: names.indexOf('ags'), name: names.indexOf('name') } };
}

function readRows(rows: readonly Row[], columns: Columns) {
  const lines = new Map<string, number>();
  const authorities: AuthorityRecord[] = [];
  const leftOut: LeftOutKey[] = [];
  const problems: RegisterProblem[] = [];
  for (const row of rows) {
    const read = 'fault' in row ? row.fault : readRow(row.cells, columns);
    const first = 'code' in read ? undefined : lines.get(read.key);
    if ('code' in read) problems.push(problemOf(row.line, read, keyIn(row, columns)));
    else if (first !== undefined) problems.push(problemOf(row.line, { code: 'duplicate-key', params: { key: read.key, first } }, read.key));
    else {
      lines.set(read.key, row.line);
      if (isAuthority(read)) authorities.push(read);
      else leftOut.push(read);
    }
  }
  return { authorities, leftOut, problems, spared: problems.flatMap(({ key }) => (key === undefined ? [] : [key])) };
}

function isAuthority(read: AuthorityRecord | LeftOutKey): read is AuthorityRecord {
  return 'types' in read;
}

/** Of a row that cannot be read, the key where that at least is legible: it does not end by that. */
function keyIn(row: Row, { at }: Columns): string | undefined {
  const ags = 'cells' in row ? (row.cells[at.ags]?.trim() ?? '') : '';
  return /^\d{8}$/.test(ags) ? `DE:${ags}` : undefined;
}

function readRow(cells: readonly string[], { width, at }: Columns): AuthorityRecord | LeftOutKey | LineFault {
  if (cells.length !== width) return { code: 'column-count', params: { count: cells.length, expected: width } };
  if (cells.some((cell) => cell.includes(UNREADABLE))) return { code: 'encoding', params: {} };
  const [ars, ags, name] = NEEDED.map((column) => cells[at[column]]!.trim()) as [string, string, string];
  const [, county, association, number] = ARS.exec(ars) ?? [];
  if (county === undefined || `${county}${number}` !== ags) return { code: 'key', params: { value: `${ars} ${ags}` } };
  if (name === '') return { code: 'name-missing', params: {} };
  if (association!.startsWith('9')) return { key: `DE:${ags}`, name };
  return municipality({ ags, county, association: association!, name });
}

/** What the keys tell of a municipality that is not known yet: number 000 is an independent city, association numbers of real ones begin with 5. */
function municipality({ ags, county, association, name }: Record<'ags' | 'county' | 'association' | 'name', string>): AuthorityRecord {
  const isIndependent = ags.endsWith('000');
  const inAssociation = association.startsWith('5');
  const code = isIndependent ? '61' : /,.*stadt\b|, St$/i.test(name) ? '63' : '64';
  return {
    key: `DE:${ags}`,
    parentKey: isIndependent ? `DE-${ags.slice(0, 2)}` : `DE:${county}${inAssociation ? association : ''}`,
    name: municipalityName(name),
    officialName: name,
    types: municipalityTags({ ags, code, inAssociation }),
    territory: `DE-${ags}`,
  };
}
