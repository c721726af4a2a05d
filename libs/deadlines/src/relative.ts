import type { Moment } from './deadline.js';

/** The anchor's day minus the duration; "before" without a duration (`P0D`) is the day before. */
export function dayBefore(anchor: Temporal.PlainDate, duration: string): Moment {
  const length = Temporal.Duration.from(duration);
  return { date: anchor.subtract(length.blank ? { days: 1 } : length).toString() };
}
