/** From 20:00 to 06:00 local time no letter goes out on its own account: a telephone that rings at night is switched off for good. */
const EVENING = Temporal.PlainTime.from('20:00');
const MORNING = Temporal.PlainTime.from('06:00');

/** Whether `instant` lies in the quiet hours of a zone (IANA name): 20:00 is quiet, 06:00 is not. */
export function isQuiet(instant: Temporal.Instant, zone: string): boolean {
  const time = instant.toZonedDateTimeISO(zone).toPlainTime();
  return Temporal.PlainTime.compare(time, EVENING) >= 0 || Temporal.PlainTime.compare(time, MORNING) < 0;
}

/** `instant` itself by day, at night the next 06:00 of the zone (across a clock change or a day that never was, too). */
export function afterQuiet(instant: Temporal.Instant, zone: string): Temporal.Instant {
  if (!isQuiet(instant, zone)) return instant;
  const local = instant.toZonedDateTimeISO(zone);
  const isEvening = Temporal.PlainTime.compare(local.toPlainTime(), EVENING) >= 0;
  const day = isEvening ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return day.toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant();
}
