import { isHolidayRegion } from '../holidays.js';
import { type FaultCode, faultAt } from './fault-texts.js';
import type { Read } from './fields.js';

const MOST_DAYS = 36_600;

/** A text that passes the test; everything else is a fault of that code. */
function matching(code: FaultCode, isValid: (text: string) => boolean, params = {}): Read<string> {
  return (value, pointer, faults) => {
    if (typeof value === 'string' && isValid(value)) return value;
    faults.push(faultAt(pointer, code, params));
    return undefined;
  };
}

/** Whether `read` takes the text; Temporal throws at days and zones that do not exist. */
function isRead(read: () => unknown): boolean {
  try {
    return read() !== undefined;
  } catch {
    return false;
  }
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '0001' && isRead(() => Temporal.PlainDate.from(text));
}

/** "Really known": as the list of zones spells it; offsets such as +01:00 are none. */
function isZone(text: string): boolean {
  return /^[A-Z][A-Za-z0-9_+/-]*$/.test(text) && isRead(() => zoneNamed(text));
}

function zoneNamed(text: string): string | undefined {
  const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
  return timeZoneId === text ? text : undefined;
}

export const readDayText = matching('not-a-day', isDay);
export const readClock = matching('not-a-time', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text));
export const readZone = matching('unknown-zone', isZone);
export const readMonth = matching(
  'not-a-month',
  (text) => /^\d{4}-\d{2}$/.test(text) && text >= '0001' && isRead(() => Temporal.PlainYearMonth.from(text)),
);
/** A day that every year has, hence tested in a year that is no leap year. */
export const readMonthDay = matching('not-a-month-day', (text) => /^\d{2}-\d{2}$/.test(text) && isDay(`2001-${text}`));
export const readStage = matching('not-a-stage', (text) => /^[a-z_]{1,100}$/.test(text));
export const readRegion = matching('unknown-region', isHolidayRegion);
/** Printable, without spaces: it becomes part of addresses and of calendar ids. */
export const readId = matching('not-a-text', (text) => /^[\x21-\x7e]{1,100}$/.test(text), { max: 100 });

export function readText(max: number): Read<string> {
  return matching('not-a-text', (text) => text.trim() !== '' && text.length <= max, { max });
}

export function readOneOf<const T extends string>(options: readonly T[]): Read<T> {
  return (value, pointer, faults) => {
    const found = options.find((option) => option === value);
    if (found === undefined) faults.push(faultAt(pointer, 'not-one-of', { options }));
    return found;
  };
}

export const readFlag: Read<boolean> = (value, pointer, faults) => {
  if (typeof value === 'boolean') return value;
  faults.push(faultAt(pointer, 'not-true-or-false'));
  return undefined;
};

/** Whole days, weeks, months, years; neither signs nor hours. Bounded, so that no reckoned day falls out of the calendar. */
export const readDuration: Read<string> = (value, pointer, faults) => {
  if (typeof value !== 'string' || !/^P(?=\d)(\d{1,6}Y)?(\d{1,6}M)?(\d{1,6}W)?(\d{1,6}D)?$/.test(value)) {
    faults.push(faultAt(pointer, 'not-a-duration'));
    return undefined;
  }
  const { years, months, weeks, days } = Temporal.Duration.from(value);
  if (years * 366 + months * 31 + weeks * 7 + days <= MOST_DAYS) return value;
  faults.push(faultAt(pointer, 'duration-too-long'));
  return undefined;
};
