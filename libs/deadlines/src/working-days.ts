import { isHoliday } from './holidays.js';

const SATURDAY = 6;

export function isWeekend(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek >= SATURDAY;
}

/** Monday to Friday and no public holiday of the region. A Saturday is none: § 31 (3) VwVfG, § 193 BGB. Without a region only weekends count. */
export function isWorkingDay(day: Temporal.PlainDate, region: string | undefined): boolean {
  return !isWeekend(day) && !isHoliday(day, region);
}

/** The first working day after `day`. */
export function nextWorkingDay(day: Temporal.PlainDate, region: string | undefined): Temporal.PlainDate {
  let next = day.add({ days: 1 });
  while (!isWorkingDay(next, region)) next = next.add({ days: 1 });
  return next;
}

/** `count` (0 or more) working days before `day`, which need not be one itself: one working day before a Sunday is the Friday. */
export function minusWorkingDays(day: Temporal.PlainDate, count: number, region: string | undefined): Temporal.PlainDate {
  let before = day;
  for (let left = count; left > 0; ) {
    before = before.subtract({ days: 1 });
    if (isWorkingDay(before, region)) left--;
  }
  return before;
}
