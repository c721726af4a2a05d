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

// Reckoning with zones is the dear part, and the same few days are asked for again and again: lists reckon every deadline for every request.
const MOST_INSTANTS = 50_000;
const instants = new Map<string, Temporal.Instant>();

function remembered(key: string, reckon: () => Temporal.Instant): Temporal.Instant {
  const known = instants.get(key);
  if (known !== undefined) return known;
  if (instants.size >= MOST_INSTANTS) instants.clear();
  const instant = reckon();
  instants.set(key, instant);
  return instant;
}

/** When something that opens at this moment opens: without a time with the start of the day. */
export function opensAt({ date, time }: Moment, zone: string): Temporal.Instant {
  return remembered(`${zone} ${date} ${time ?? 'start'}`, () => {
    const day = Temporal.PlainDate.from(date);
    return time === undefined ? startOfDay(day, zone) : instantOf(day, time, zone);
  });
}

/** The first instant that is too late: the closing time itself, without one the start of the next day. */
export function closesAt({ date, time }: Moment, zone: string): Temporal.Instant {
  return remembered(`${zone} ${date} ${time ?? 'end'}`, () => {
    const day = Temporal.PlainDate.from(date);
    return time === undefined ? startOfDay(day.add({ days: 1 }), zone) : instantOf(day, time, zone);
  });
}
