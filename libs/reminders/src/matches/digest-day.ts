import type { DigestFrequency } from '@app/tracking/saved-search.js';
import { MORNING } from '../plan.js';

/** The last morning at or before `now` on which a digest is made: of a day, or of a Monday. */
export interface DigestDay {
  readonly day: Temporal.PlainDate;
  /** 07:00 there. */
  readonly at: Temporal.Instant;
}

/** `zone` is an IANA name. After an outage it is the last one only: what was missed stands in the same digest. */
export function lastDigestDay(frequency: DigestFrequency, zone: string, now: Temporal.Instant): DigestDay {
  const local = now.toZonedDateTimeISO(zone);
  const today = local.toPlainDate();
  const isMorningAhead = Temporal.PlainTime.compare(local.toPlainTime(), MORNING) < 0;
  const last = isMorningAhead ? today.subtract({ days: 1 }) : today;
  const day = frequency === 'weekly' ? last.subtract({ days: last.dayOfWeek - 1 }) : last;
  return { day, at: day.toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant() };
}
