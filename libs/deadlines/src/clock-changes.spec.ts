import fc from 'fast-check';
import type { Deadline, Moment } from './deadline.js';
import { evaluateDeadline } from './evaluate-deadline.js';

/** Zone and an instant at which its clocks change. */
const CHANGES: readonly (readonly [zone: string, instant: string])[] = [
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['America/Los_Angeles', '2026-03-08T10:00:00Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  ['America/Sao_Paulo', '2018-02-18T02:00:00Z'],
  ['America/Havana', '2025-11-02T05:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Pacific/Auckland', '2026-09-26T14:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00:00Z'],
];
/** Nobody in Samoa lived this day: it ends with the day before. */
const SKIPPED = '2011-12-30';
const MINUTE = 60_000;
const DAY = 86_400_000;

const change = fc.constantFrom(...CHANGES);
const offset = fc.oneof(fc.integer({ min: -2 * DAY, max: 2 * DAY }), fc.integer({ min: -90 * MINUTE, max: 90 * MINUTE }));
const time = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  { nil: undefined },
);
const fixed = (zone: string, closes: Moment): Deadline => ({
  stage: 'application',
  zone,
  effect: 'excludes',
  schedule: { kind: 'fixed', closes },
});

describe('around clock changes', () => {
  it('a deadline is closed exactly from closesAt on, and a day counts wholly', () => {
    fc.assert(
      fc.property(change, fc.integer({ min: -1, max: 1 }), time, offset, ([zone, instant], days, clock, millis) => {
        const changed = Temporal.Instant.from(instant);
        const date = changed.toZonedDateTimeISO(zone).toPlainDate().add({ days }).toString();
        const deadline = fixed(zone, clock === undefined ? { date } : { date, time: clock });
        const at = changed.add({ milliseconds: millis });
        const state = evaluateDeadline(deadline, at);
        const end = state.closesAt!;
        expect(state.status).toBe(Temporal.Instant.compare(at, end) >= 0 ? 'closed' : 'open');
        expect(evaluateDeadline(deadline, end).status).toBe('closed');
        const last = evaluateDeadline(deadline, end.subtract({ nanoseconds: 1 }));
        expect(last.status).toBe('open');
        if (clock === undefined) {
          if (date !== SKIPPED) expect(last.daysLeft).toBe(0);
          expect(end.toZonedDateTimeISO(zone).toPlainDate().toString() > date).toBe(true);
          expect(end.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString() <= date).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('days left never grow as time goes on', () => {
    fc.assert(
      fc.property(change, time, offset, fc.integer({ min: 0, max: 3 * DAY }), ([zone, instant], clock, millis, later) => {
        const changed = Temporal.Instant.from(instant);
        const date = changed.toZonedDateTimeISO(zone).toPlainDate().add({ days: 3 }).toString();
        const deadline = fixed(zone, clock === undefined ? { date } : { date, time: clock });
        const at = changed.add({ milliseconds: millis });
        const [now, then] = [at, at.add({ milliseconds: later })].map((when) => evaluateDeadline(deadline, when).daysLeft ?? -1);
        expect(then! <= now!).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
