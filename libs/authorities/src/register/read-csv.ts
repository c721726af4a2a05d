import type { AuthorityRecord, Day, RegisterReading } from './authority-record.js';
import { type CsvHeader, readCsvHeader } from './csv-header.js';
import { readCsvRow } from './csv-row.js';
import { decodeRegister, UNREADABLE } from './decode-register.js';
import { type LineFault, problemOf, type RegisterProblem } from './register-problem.js';
import { RegisterRefused } from './register-refused.js';
import { demandReadable, demandRows, type Row, splitCsv } from './split-csv.js';

/**
 * Reads authorities and facts from a CSV, for what the official register does not hold: associations for a special purpose, communes of a neighbour, facts.
 *
 *     key,parent_key,name,types,population,population_date,valid_from,valid_to,fact:financiallyWeak
 *     DE:05358008,DE:05358,Düren,municipality|town|district_municipality,93207,2022-12-31,,,true
 *
 * UTF-8 (windows-1252 too), comma or semicolon, quotes as usual. All eight columns are needed, in any order; `official_name`, `territory`, `zone`, `source`
 * and `fact:<name>` may follow. docs/register.md describes each for operators. The CSV adds and changes; who is missing from it stays, and ends by `valid_to`.
 * @param given.day the day on which the file is handed in
 * @param given.source named for figures whose row names no source
 * @throws RegisterRefused
 */
export function readCsv(bytes: Uint8Array, given: { day: Day; source: string }): RegisterReading {
  const text = decodeRegister(bytes);
  if (text.trim() === '') throw new RegisterRefused('empty');
  const [titles, ...rows] = splitCsv(text);
  if (titles === undefined || !('cells' in titles)) throw new RegisterRefused('wrong-format', { format: 'CSV' }, 1);
  const header = readCsvHeader(titles.cells);
  demandRows(rows, header.width, /\n\s*$/.test(text));
  const { authorities, problems } = readRows(rows, header, given.source);
  demandReadable(problems, rows.length, authorities.length);
  return {
    format: 'csv',
    territoryDate: given.day,
    source: given.source,
    authorities,
    territories: [],
    leftOut: { unincorporated: 0 },
    problems,
    covers: [],
    spared: { keys: [], territories: [] },
  };
}

function readRows(
  rows: readonly Row[],
  header: CsvHeader,
  source: string,
): { authorities: AuthorityRecord[]; problems: RegisterProblem[] } {
  const authorities = new Map<string, { record: AuthorityRecord; line: number }>();
  const problems: RegisterProblem[] = [];
  for (const row of rows) {
    const reading = 'fault' in row ? row.fault : readCells(row.cells, header, source);
    const first = 'key' in reading ? authorities.get(reading.key) : undefined;
    if (!('key' in reading)) problems.push(problemOf(row.line, reading));
    else if (first === undefined) authorities.set(reading.key, { record: reading, line: row.line });
    else problems.push(problemOf(row.line, { code: 'duplicate-key', params: { key: reading.key, first: first.line } }, reading.key));
  }
  return { authorities: [...authorities.values()].map(({ record }) => record), problems };
}

function readCells(cells: readonly string[], header: CsvHeader, source: string): AuthorityRecord | LineFault {
  if (cells.some((cell) => cell.includes(UNREADABLE))) return { code: 'encoding', params: {} };
  return readCsvRow(cells, header, source);
}
