import { parse } from 'csv-parse/sync';
import { decodeRegister, linesOf } from '../register/decode-register.js';
import { isPlace } from './check-named-territory.js';
import { type ListProblem, listProblem } from './list-problem.js';

export interface TerritoryList {
  readonly entries: readonly { readonly line: number; readonly place: string }[];
  readonly problems: readonly ListProblem[];
}

/** Titles of the column that holds the keys, the best first. Without any of them it is the first column, and there is no line of titles. */
const TITLES = ['key', 'territory', 'ags', 'ars', 'schlüssel', 'schluessel', 'gebiet', 'gemeindeschlüssel', 'regionalschlüssel'];
/** Cut off in a problem: a line may be a whole book. */
const SHOWN = 60;

/**
 * The place that somebody means: a territory, a key, or the bare digits of a German key (state, county, municipality, association,
 * regional key of twelve digits). Undefined for anything else.
 */
export function placeMeant(text: string): string | undefined {
  if (isPlace(text)) return text;
  if (/^\d{2}$/.test(text)) return `DE-${text}`;
  if (/^(\d{5}|\d{8}|\d{9})$/.test(text)) return `DE:${text}`;
  // County and municipality; the four digits between them are those of the association.
  return /^\d{12}$/.test(text) ? `DE:${text.slice(0, 5)}${text.slice(9)}` : undefined;
}

/** Reads a list of keys: one on each line, or a column of a CSV (UTF-8 or windows-1252; comma, semicolon or tab). Blank lines and those after "#" do not count. */
export function readTerritoryList(bytes: Uint8Array): TerritoryList {
  const lines = linesOf(decodeRegister(bytes)).lines.map((text, at) => ({ line: at + 1, text: text.trim() }));
  const filled = lines.filter(({ text }) => text !== '' && !text.startsWith('#'));
  const delimiter = delimiterOf(filled[0]?.text ?? '');
  const rows = filled.map(({ line, text }) => ({ line, cells: cellsOf(text, delimiter) }));
  const titles = rows[0]?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const title = TITLES.find((each) => titles.includes(each));
  const column = title === undefined ? 0 : titles.indexOf(title);
  return read(rows.slice(title === undefined ? 0 : 1).map(({ line, cells }) => ({ line, value: cells[column] ?? '' })));
}

function read(values: readonly { line: number; value: string }[]): TerritoryList {
  const lineOf = new Map<string, number>();
  const problems: ListProblem[] = [];
  for (const { line, value } of values) {
    const place = placeMeant(value);
    const first = place === undefined ? undefined : lineOf.get(place);
    const params = { value: value.slice(0, SHOWN), ...(first !== undefined && { first }) };
    if (place === undefined) problems.push(listProblem(line, /^(\d{4}|\d{7}|\d{11})$/.test(value) ? 'lost-zero' : 'not-a-place', params));
    else if (first !== undefined) problems.push(listProblem(line, 'duplicate', params));
    else lineOf.set(place, line);
  }
  return { entries: [...lineOf].map(([place, line]) => ({ line, place })), problems };
}

function delimiterOf(line: string): string {
  const count = (delimiter: string) => line.split(delimiter).length;
  return [';', '\t', ','].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ';');
}

/** Line by line: one wrong quotation mark must not swallow all that follows. */
function cellsOf(line: string, delimiter: string): string[] {
  try {
    const [cells = []] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true, bom: true }) as string[][];
    return cells.map((cell) => cell.trim());
  } catch {
    return [line];
  }
}
