import { readDay } from '@app/deadlines/parse-day.js';
import type { FactValue } from '@app/eligibility/applicant.js';
import { plainNumber } from '../editor/read-entries.js';
import type { FactRow } from './authority.model.js';

/** The form as it was entered. */
export interface FactForm {
  /** Of the authority that the page was about: another may be active by now. */
  readonly key: string;
  readonly name: string;
  readonly value: string;
  /** A day, or nothing: today. */
  readonly asOf: string;
  readonly source: string;
  /** Of the fact that was there when the page was read. */
  readonly version?: number;
}

const LONGEST = 500;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export function readFactForm(body: Readonly<Record<string, unknown>>): FactForm {
  const version = Number(text(body.version));
  return {
    key: text(body.key),
    name: text(body.name),
    value: text(body.value),
    asOf: text(body.asOf).slice(0, LONGEST),
    source: text(body.source).slice(0, LONGEST),
    ...(Number.isSafeInteger(version) && version > 0 && { version }),
  };
}

/** What was meant; nothing entered is `undefined`: unknown. */
export function factValueOf(entered: string, type: FactRow['type']): { value: FactValue | undefined } | { fault: string } {
  if (entered === '') return { value: undefined };
  if (type === 'boolean') return entered === 'true' || entered === 'false' ? { value: entered === 'true' } : { fault: 'not-yes-or-no' };
  if (type === 'text') return entered.length > LONGEST ? { fault: 'too-long' } : { value: entered };
  const value = numberOf(entered);
  return value === undefined ? { fault: 'not-a-number' } : { value };
}

/** The day of which a fact is; nothing entered is today, and what is of tomorrow nobody knows yet. */
export function factDayOf(entered: string, today: Temporal.PlainDate): { asOf: string } | { fault: string } {
  if (entered === '') return { asOf: today.toString() };
  const day = readDay(entered);
  if (day === undefined) return { fault: 'not-a-day' };
  return Temporal.PlainDate.compare(day, today) > 0 ? { fault: 'in-the-future' } : { asOf: day.toString() };
}

function numberOf(entered: string): number | undefined {
  const isNegative = entered.startsWith('-');
  const plain = plainNumber(isNegative ? entered.slice(1) : entered);
  if (plain === undefined || plain.length > 15) return undefined;
  return isNegative ? -Number(plain) : Number(plain);
}
