import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import type { AuthorityRecord, Day, RegisterReading } from './authority-record.js';
import { type CsvHeader, readCsvHeader } from './csv-header.js';
import { readCsvRow } from './csv-row.js';
import { decodeRegister, linesOf, UNREADABLE } from './decode-register.js';
import { type LineFault, problemOf, type RegisterProblem } from './register-problem.js';
import { RegisterRefused } from './register-refused.js';

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
  demandRows(rows, header, /\n\s*$/.test(text));
  const { authorities, problems } = readRows(rows, header, given.source);
  if (problems.length > Math.max(TOLERATED.lines, rows.length * TOLERATED.share) || authorities.length === 0) {
    throw new RegisterRefused('too-many-problems', { count: problems.length, lines: rows.length }, problems[0]?.line);
  }
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

const TOLERATED = { lines: 10, share: 0.05 };

type Row = { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly fault: LineFault };

/** Where quotation marks do not match, each line is read by itself: one wrong mark would otherwise swallow all that follows. */
function splitCsv(text: string): Row[] {
  const delimiter = delimiterOf(text);
  try {
    return parseCsv(text, delimiter).map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return linesOf(text).lines.flatMap((line, index) => splitLine(line, index + 1, delimiter));
  }
}

function splitLine(text: string, line: number, delimiter: string): Row[] {
  try {
    return parseCsv(text, delimiter).map(({ record }) => ({ line, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return [{ line, fault: { code: 'quotes', params: {} } }];
  }
}

function parseCsv(text: string, delimiter: string): { record: string[]; info: InfoRecord }[] {
  const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true };
  return parse(text, options) as unknown as { record: string[]; info: InfoRecord }[];
}

function delimiterOf(text: string): ',' | ';' {
  const header = text.slice(0, text.search(/\r?\n|$/));
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

/** A file whose last row is open and too short was cut off. */
function demandRows(rows: readonly Row[], header: CsvHeader, closed: boolean): void {
  const last = rows.at(-1);
  if (last === undefined) throw new RegisterRefused('empty');
  if (!closed && ('fault' in last || last.cells.length < header.width)) throw new RegisterRefused('truncated-last-line', {}, last.line);
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
