import { afterQuiet, isQuiet } from './quiet-hours.js';

const BERLIN = 'Europe/Berlin';
const at = (local: string, zone: string): Temporal.Instant => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();

describe('the quiet hours', () => {
  it.each([
    ['2026-11-28T19:59:59', false],
    ['2026-11-28T20:00', true],
    ['2026-11-28T23:59', true],
    ['2026-11-29T00:00', true],
    ['2026-11-29T05:59:59', true],
    ['2026-11-29T06:00', false],
    ['2026-11-29T12:00', false],
  ])('%s in Berlin: %s', (local, quiet) => {
    expect(isQuiet(at(local, BERLIN), BERLIN)).toBe(quiet);
  });

  it.each([
    ['by day nothing waits', BERLIN, '2026-11-28T19:59:59', '2026-11-28T19:59:59'],
    ['in the evening until the next morning', BERLIN, '2026-11-28T20:00', '2026-11-29T06:00'],
    ['after midnight until the same morning', BERLIN, '2026-11-29T00:30', '2026-11-29T06:00'],
    ['over the end of summer time', BERLIN, '2026-10-24T22:00', '2026-10-25T06:00'],
    ['over its beginning', BERLIN, '2027-03-27T22:00', '2027-03-28T06:00'],
    ['over the year', BERLIN, '2026-12-31T23:00', '2027-01-01T06:00'],
    ['on the Azores', 'Atlantic/Azores', '2026-07-01T21:00', '2026-07-02T06:00'],
    ['on Kiritimati', 'Pacific/Kiritimati', '2026-07-01T21:00', '2026-07-02T06:00'],
    ['over the day that Apia never had', 'Pacific/Apia', '2011-12-29T21:00', '2011-12-31T06:00'],
  ])('%s', (_, zone, now, then) => {
    expect(afterQuiet(at(now, zone), zone).toString()).toBe(at(then, zone).toString());
    expect(isQuiet(afterQuiet(at(now, zone), zone), zone)).toBe(false);
  });
});
