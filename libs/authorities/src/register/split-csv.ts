import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { linesOf } from './decode-register.js';
import type { LineFault } from './register-problem.js';
import { RegisterRefused } from './register-refused.js';

export type Row = { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly fault: LineFault };

/** Where quotation marks do not match, each line is read by itself: one wrong mark would otherwise swallow all that follows. */
export function splitCsv(text: string): Row[] {
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
export function demandRows(rows: readonly Row[], width: number, closed: boolean): void {
  const last = rows.at(-1);
  if (last === undefined) throw new RegisterRefused('empty');
  if (!closed && ('fault' in last || last.cells.length < width)) throw new RegisterRefused('truncated-last-line', {}, last.line);
}

const TOLERATED = { lines: 10, share: 0.05 };

/** More than 5 % (and more than 10) rows that cannot be read, or none that can. */
export function demandReadable(problems: readonly { readonly line: number }[], rows: number, read: number): void {
  if (problems.length > Math.max(TOLERATED.lines, rows * TOLERATED.share) || read === 0) {
    throw new RegisterRefused('too-many-problems', { count: problems.length, lines: rows }, problems[0]?.line);
  }
}
