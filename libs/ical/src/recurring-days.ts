/** A recurrence rule (RFC 5545 3.3.10) as far as days go. */
export interface RecurrenceRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count?: number;
  readonly until?: Temporal.PlainDate;
  /** `weekday` 1 (Monday) to 7; `ordinal` 2: the second of the month or year, -1 the last, 0 each. */
  readonly byDay: readonly { readonly ordinal: number; readonly weekday: number }[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  /** 1 (Monday) to 7. */
  readonly weekStart: number;
}

export interface DayWindow {
  readonly from: Temporal.PlainDate;
  /** Inclusive. */
  readonly to: Temporal.PlainDate;
}

type Day = Temporal.PlainDate;
const compare = Temporal.PlainDate.compare;

/**
 * The days of a rule within a window, in order. It looks at each day between start and window once, so it always comes to an end:
 * ical.js 2.2.1 never comes back from "every 30 February" (docs/adr/0014).
 * @param spend is told how many days are about to be looked at, and may throw
 */
export function recurringDays(start: Day, rule: RecurrenceRule, window: DayWindow, spend: (days: number) => void): Day[] {
  const end = rule.until && compare(rule.until, window.to) < 0 ? rule.until : window.to;
  const found: Day[] = [];
  let counted = 0;
  for (let at = firstPeriod(start, rule, window); compare(at, end) <= 0; at = add(at, rule)) {
    for (const day of daysOfPeriod(at, start, rule, spend)) {
      if (compare(day, start) < 0 || compare(day, end) > 0) continue;
      counted += 1;
      if (rule.count !== undefined && counted > rule.count) return found;
      if (compare(day, window.from) >= 0) found.push(day);
    }
  }
  return found;
}

function periodOf(day: Day, { freq, weekStart }: RecurrenceRule): Day {
  if (freq === 'DAILY') return day;
  if (freq === 'WEEKLY') return day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
  return freq === 'MONTHLY' ? day.with({ day: 1 }) : day.with({ day: 1, month: 1 });
}

const UNITS = { DAILY: 'days', WEEKLY: 'weeks', MONTHLY: 'months', YEARLY: 'years' } as const;

function add(period: Day, { freq, interval }: RecurrenceRule, times = 1): Day {
  return period.add({ [UNITS[freq]]: interval * times });
}

/** Without a count, nothing before the window matters. */
function firstPeriod(start: Day, rule: RecurrenceRule, { from }: DayWindow): Day {
  const first = periodOf(start, rule);
  if (rule.count !== undefined || compare(first, from) >= 0) return first;
  const unit = UNITS[rule.freq];
  const steps = Math.floor(first.until(from, { largestUnit: unit })[unit] / rule.interval);
  return add(first, rule, Math.max(0, steps - 1));
}

function daysOfPeriod(period: Day, start: Day, rule: RecurrenceRule, spend: (days: number) => void): Day[] {
  const length = { DAILY: 1, WEEKLY: 7, MONTHLY: period.daysInMonth, YEARLY: period.daysInYear }[rule.freq];
  spend(length);
  const all = Array.from({ length }, (_, offset) => period.add({ days: offset })).filter((day) => isMeant(day, start, rule));
  if (rule.bySetPos.length === 0) return all;
  return all.filter((_, at) => rule.bySetPos.includes(at + 1) || rule.bySetPos.includes(at - all.length));
}

function isMeant(day: Day, start: Day, rule: RecurrenceRule): boolean {
  const { freq, byDay, byMonth, byMonthDay } = rule;
  if (byMonth.length > 0 && !byMonth.includes(day.month)) return false;
  if (byMonthDay.length > 0 && !byMonthDay.includes(day.day) && !byMonthDay.includes(day.day - day.daysInMonth - 1)) return false;
  if (byDay.length > 0) return byDay.some(({ ordinal, weekday }) => day.dayOfWeek === weekday && isNth(day, ordinal, rule));
  if (byMonthDay.length > 0 || freq === 'DAILY') return true;
  if (freq === 'WEEKLY') return day.dayOfWeek === start.dayOfWeek;
  return day.day === start.day && (freq === 'MONTHLY' || byMonth.length > 0 || day.month === start.month);
}

/** The n-th of its weekday within the month; in the year where a yearly rule names no month. */
function isNth(day: Day, ordinal: number, { freq, byMonth }: RecurrenceRule): boolean {
  if (ordinal === 0 || freq === 'DAILY' || freq === 'WEEKLY') return true;
  const inYear = freq === 'YEARLY' && byMonth.length === 0;
  const [at, length] = inYear ? [day.dayOfYear, day.daysInYear] : [day.day, day.daysInMonth];
  return ordinal > 0 ? Math.ceil(at / 7) === ordinal : Math.ceil((length - at + 1) / 7) === -ordinal;
}
