import type { Moment } from './deadline.js';

export function dayOf(moment: Moment): Temporal.PlainDate {
  return Temporal.PlainDate.from(moment.date);
}

/** The first instant of a day in the zone. Not always midnight: a clock change may skip it, or (Apia, 30 December 2011) the whole day. */
function startOfDay(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}

/** A time that a clock change skips or doubles is read as Temporal's `compatible` does: the later of a gap, the earlier of a fold. */
function instantOf(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** When something that opens at this moment opens: without a time with the start of the day. */
export function opensAt(moment: Moment, zone: string): Temporal.Instant {
  const day = dayOf(moment);
  return moment.time === undefined ? startOfDay(day, zone) : instantOf(day, moment.time, zone);
}

/** The first instant that is too late: the closing time itself, without one the start of the next day. */
export function closesAt(moment: Moment, zone: string): Temporal.Instant {
  const day = dayOf(moment);
  return moment.time === undefined ? startOfDay(day.add({ days: 1 }), zone) : instantOf(day, moment.time, zone);
}
