import { lastDigestDay } from './digest-day.js';

const BERLIN = 'Europe/Berlin';

describe('the last morning of a digest', () => {
  it.each([
    ['daily', '2014-06-20T06:59', '2014-06-19'],
    ['daily', '2014-06-20T07:00', '2014-06-20'],
    ['daily', '2014-06-20T23:59', '2014-06-20'],
    ['weekly', '2014-06-20T12:00', '2014-06-16'],
    ['weekly', '2014-06-16T07:00', '2014-06-16'],
    ['weekly', '2014-06-16T06:59', '2014-06-09'],
    ['weekly', '2014-06-22T23:00', '2014-06-16'],
  ] as const)('%s at %s is that of %s', (frequency, local, day) => {
    const now = Temporal.PlainDateTime.from(local).toZonedDateTime(BERLIN).toInstant();
    expect(lastDigestDay(frequency, BERLIN, now).day.toString()).toBe(day);
  });

  it('is at 07:00 on both sides of a clock change', () => {
    const at = (now: string) => lastDigestDay('daily', BERLIN, Temporal.Instant.from(now)).at.toString();
    expect(at('2014-10-25T12:00:00Z')).toBe('2014-10-25T05:00:00Z');
    expect(at('2014-10-26T12:00:00Z')).toBe('2014-10-26T06:00:00Z');
  });
});
