import { DECIDED_KINDS, type DecidedKind } from '../changes/authority-change.js';
import { decodeRegister, UNREADABLE } from './decode-register.js';
import { isDay } from './is-day.js';
import { type LineFault, problemOf, type RegisterProblem } from './register-problem.js';
import { RegisterRefused } from './register-refused.js';
import { demandReadable, demandRows, type Row, splitCsv } from './split-csv.js';

const NEEDED = ['old_key', 'new_key', 'date', 'kind'] as const;
const KEY = /^[A-Z]{2}:[A-Za-z0-9._-]{1,40}$/;

/** A line of a list of changes: who follows whom from which day. */
export interface ListedChange {
  readonly line: number;
  readonly oldKey: string;
  /** Null: ended without a successor. */
  readonly newKey: string | null;
  readonly kind: DecidedKind;
  readonly effectiveOn: string;
}

/**
 * Reads a list of changes with the columns `old_key,new_key,date,kind` in any order; German keys may stand without "DE:".
 *
 *     old_key,new_key,date,kind
 *     06435014,06415000,2026-01-01,kind_changed
 *
 * @throws RegisterRefused
 */
export function readChangesCsv(bytes: Uint8Array): { changes: ListedChange[]; problems: RegisterProblem[] } {
  const text = decodeRegister(bytes);
  if (text.trim() === '') throw new RegisterRefused('empty');
  const [titles, ...rows] = splitCsv(text);
  const columns = columnsOf(titles);
  demandRows(rows, NEEDED.length, /\n\s*$/.test(text));
  const changes: ListedChange[] = [];
  const problems: RegisterProblem[] = [];
  for (const row of rows) {
    const read = 'fault' in row ? row.fault : readRow(row, columns);
    if ('code' in read) problems.push(problemOf(row.line, read));
    else changes.push(read);
  }
  demandReadable(problems, rows.length, changes.length);
  return { changes, problems };
}

function columnsOf(titles: Row | undefined): readonly number[] {
  const names = titles && 'cells' in titles ? titles.cells.map((title) => title.trim().toLowerCase().replaceAll(' ', '_')) : [];
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (missing.length === NEEDED.length) throw new RegisterRefused('wrong-format', { format: 'changes-csv' }, 1);
  const strange = names.filter((name, at) => !NEEDED.some((column) => column === name) || names.indexOf(name) !== at);
  if (missing.length + strange.length > 0) {
    throw new RegisterRefused('header', { missing: missing.join(', '), strange: strange.join(', ') }, 1);
  }
  return NEEDED.map((column) => names.indexOf(column));
}

function readRow({ line, cells }: { line: number; cells: readonly string[] }, columns: readonly number[]): ListedChange | LineFault {
  if (cells.length !== NEEDED.length) return { code: 'column-count', params: { count: cells.length, expected: NEEDED.length } };
  if (cells.some((cell) => cell.includes(UNREADABLE))) return { code: 'encoding', params: {} };
  const [old, successor, effectiveOn, kind] = columns.map((at) => cells[at]!.trim()) as [string, string, string, string];
  const [oldKey, newKey] = [withCountry(old), successor === '' ? null : withCountry(successor)];
  const wrong = [oldKey, newKey].find((key) => key !== null && !KEY.test(key));
  if (wrong !== undefined) return { code: 'key', params: { value: wrong } };
  if (!isDay(effectiveOn)) return { code: 'day', params: { value: effectiveOn, column: 'date' } };
  if (!isDecidedKind(kind)) return { code: 'change-kind', params: { value: kind, allowed: DECIDED_KINDS.join(', ') } };
  if (newKey === null && kind !== 'ended') return { code: 'successor-missing', params: {} };
  if (newKey !== null && kind === 'ended') return { code: 'successor-of-ended', params: {} };
  if (oldKey === newKey) return { code: 'successor-itself', params: {} };
  return { line, oldKey, newKey, kind, effectiveOn };
}

const withCountry = (key: string): string => (/^\d{5,9}$/.test(key) ? `DE:${key}` : key);
const isDecidedKind = (kind: string): kind is DecidedKind => DECIDED_KINDS.some((known) => known === kind);
