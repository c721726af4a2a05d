import ICAL from 'ical.js';
import type { RecurrenceRule } from './recurring-days.js';

const FREQUENCIES: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Parts that would need more than days. */
const UNKNOWN = ['BYSECOND', 'BYMINUTE', 'BYHOUR', 'BYYEARDAY', 'BYWEEKNO'];

/** The rule as we expand it; undefined for one that meetings do not have: hourly, by weeks of the year, … */
export function recurrenceOf(recur: ICAL.Recur): RecurrenceRule | undefined {
  const parts = recur.parts as Record<string, (string | number)[]>;
  if (!FREQUENCIES.includes(recur.freq) || UNKNOWN.some((name) => parts[name])) return undefined;
  const byDay = (parts.BYDAY ?? []).map(weekdayOf);
  if (byDay.includes(undefined)) return undefined;
  const { until } = recur;
  return {
    freq: recur.freq as RecurrenceRule['freq'],
    interval: Math.min(Math.max(1, recur.interval), 1_000),
    ...(recur.count && { count: recur.count }),
    ...(until && { until: new Temporal.PlainDate(until.year, until.month, until.day) }),
    byDay: byDay as RecurrenceRule['byDay'][number][],
    byMonthDay: numbers(parts.BYMONTHDAY),
    byMonth: numbers(parts.BYMONTH),
    bySetPos: numbers(parts.BYSETPOS),
    weekStart: recur.wkst === 1 ? 7 : recur.wkst - 1,
  };
}

function weekdayOf(text: string | number): RecurrenceRule['byDay'][number] | undefined {
  const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(text));
  return match ? { ordinal: Number(match[1] ?? 0), weekday: WEEKDAYS.indexOf(match[2]!) + 1 } : undefined;
}

function numbers(values: readonly (string | number)[] = []): number[] {
  return values.map(Number);
}
