import fc from 'fast-check';
import { expectedWords } from '../words/expected-words.js';
import { expectRound, type PastRound } from './expect-round.js';

const month = (text: string) => Temporal.PlainYearMonth.from(text);
/** "2013-06..2013-07" or "2013-07". */
const round = (text: string): PastRound => {
  const [first, last] = text.split('..') as [string, string | undefined];
  return last === undefined ? { closed: month(first) } : { opened: month(first), closed: month(last) };
};
const told = (rounds: string[], today: string) => {
  const expected = expectRound(rounds.map(round), month(today));
  return (
    expected && `${expected.from}..${expected.until}${expected.uncertain ? ' ?' : ''}${expected.missed ? ` missed ${expected.missed}` : ''}`
  );
};

describe('the round that is expected', () => {
  it.each([
    ['a year after, from two: uncertain', ['2013-06..2013-07', '2014-06..2014-07'], '2014-08', '2015-06..2015-07 ?'],
    ['from three that keep to the month: certain', ['2012-07', '2013-07', '2014-07'], '2014-08', '2015-07..2015-07'],
    ['a month early or late is still even', ['2012-07', '2013-06', '2014-07'], '2014-08', '2015-06..2015-07'],
    ['two months are not', ['2012-07', '2013-05', '2014-05'], '2014-08', '2015-05..2015-07 ?'],
    ['twice a year', ['2013-03', '2013-09', '2014-03', '2014-09'], '2014-10', '2015-03..2015-03'],
    ['every second year', ['2012-03', '2014-03'], '2014-10', '2016-03..2016-03 ?'],
    ['every third year', ['2011-03', '2014-05'], '2014-10', '2017-03..2017-05 ?'],
    ['a year left out', ['2011-07', '2012-07', '2014-07'], '2014-08', '2015-07..2015-07 ?'],
    ['in whatever order they come', ['2014-07', '2012-07', '2013-07'], '2014-08', '2015-07..2015-07'],
    ['eight months apart: a year after the last', ['2013-11', '2014-06..2014-07'], '2014-08', '2015-06..2015-07 ?'],
    ['an opening long before says nothing', ['2011-01..2013-07', '2014-07'], '2014-08', '2015-07..2015-07 ?'],
    ['an opening after the closing neither', ['2013-08..2013-07', '2014-07'], '2014-08', '2015-07..2015-07 ?'],
    ['across New Year', ['2012-11..2013-01', '2013-11..2014-01'], '2014-08', '2014-11..2015-01 ?'],
  ])('%s', (_name, rounds, today, want) => {
    expect(told(rounds, today)).toBe(want);
  });

  it.each([
    ['one round', ['2014-07']],
    ['none', []],
    ['two in one month', ['2014-07', '2014-07']],
    ['four months apart', ['2014-03', '2014-07']],
    ['nineteen months apart', ['2012-12', '2014-07']],
    ['forty months apart', ['2011-03', '2014-07']],
    ['scattered', ['2010-01', '2010-09', '2014-07']],
    ['windows that fill the year', ['2012-09..2013-07', '2013-07..2014-05']],
  ])('nothing from %s', (_name, rounds) => {
    expect(told(rounds, '2014-08')).toBeUndefined();
  });

  it.each([
    ['2015-07', '2015-06..2015-07'],
    ['2015-08', '2016-06..2016-07 ? missed 2015-07'],
    ['2016-07', '2016-06..2016-07 ? missed 2015-07'],
    ['2016-08', undefined],
  ])('in %s, when it has not come', (today, want) => {
    expect(told(['2012-06..2012-07', '2013-06..2013-07', '2014-06..2014-07'], today)).toBe(want);
  });

  const months = fc.integer({ min: 0, max: 600 }).map((count) => month('1990-01').add({ months: count }));
  const rounds = fc.array(fc.record({ opened: fc.option(months, { nil: undefined }), closed: months }), { maxLength: 8 });

  it('never lies in the past, lasts at most a year, and does not hang on the order', () => {
    fc.assert(
      fc.property(rounds, months, (past, today) => {
        const expected = expectRound(past, today);
        expect(expectRound(past.toReversed(), today)).toEqual(expected);
        if (!expected) return;
        expect(past.length).toBeGreaterThanOrEqual(2);
        expect(Temporal.PlainYearMonth.compare(expected.until, today)).toBeGreaterThanOrEqual(0);
        expect(expected.from.until(expected.until, { largestUnit: 'months' }).months).toBeLessThan(12);
        if (past.length === 2 || expected.missed) expect(expected.uncertain).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the next beat of an even rhythm, and all of it moves with the calendar', () => {
    const beat = fc.constantFrom(6, 12, 24, 36);
    fc.assert(
      fc.property(beat, fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 4 }), months, (step, count, length, first) => {
        const past = Array.from({ length: count }, (_, index) => {
          const closed = first.add({ months: index * step });
          return { opened: closed.subtract({ months: length }), closed };
        });
        const closed = first.add({ months: count * step });
        const today = past.at(-1)!.closed;
        const want = { from: closed.subtract({ months: length }), until: closed, rounds: count, uncertain: count === 2 };
        expect(String(Object.values(expectRound(past, today)!))).toBe(String(Object.values(want)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('an expectation in words', () => {
  const expected = (from: string, until: string, uncertain = true) => ({
    from: month(from),
    until: month(until),
    rounds: uncertain ? 2 : 3,
    uncertain,
  });

  it.each([
    [
      expected('2015-06', '2015-07'),
      'voraussichtlich Juni bis Juli 2015, aus 2\u00a0Runden, unsicher',
      'expected June to July 2015, from 2\u00a0rounds, uncertain',
    ],
    [expected('2015-07', '2015-07', false), 'voraussichtlich Juli 2015, aus 3\u00a0Runden', 'expected July 2015, from 3\u00a0rounds'],
    [
      expected('2015-11', '2016-01', false),
      'voraussichtlich November 2015 bis Januar 2016, aus 3\u00a0Runden',
      'expected November 2015 to January 2016, from 3\u00a0rounds',
    ],
  ])('%j', (round, de, en) => {
    expect([expectedWords(round, 'de'), expectedWords(round, 'en')]).toEqual([de, en]);
  });
});
