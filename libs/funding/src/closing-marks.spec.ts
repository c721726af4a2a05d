import type { Schedule } from '@app/deadlines/deadline.js';
import { markClosings } from './closing-marks.js';

const firstDay = Temporal.Instant.from('2014-06-12T07:00:00Z');
const secondDay = firstDay.add({ hours: 24 });

const cutOffs = (...dates: string[]): Schedule => ({ kind: 'cut_offs', closes: dates.map((date) => ({ date })) });
const numbers = (marks: readonly { n: number; moment: string }[]) => marks.map(({ n, moment }) => `${n}:${moment}`);

describe('the numbers of closings, which calendars know them by', () => {
  const first = markClosings([], cutOffs('2014-03-31', '2014-09-30'), firstDay);

  it('count from 1 in the order of the schedule', () => {
    expect(numbers(first)).toEqual(['1:2014-03-31', '2:2014-09-30']);
    expect(first.every(({ sequence, cancelledAt }) => sequence === 0 && cancelledAt === undefined)).toBe(true);
  });

  it('stay when nothing changes', () => {
    expect(markClosings(first, cutOffs('2014-03-31', '2014-09-30'), secondDay)).toEqual(first);
  });

  it('stay when a date moves; only its sequence and time of change rise', () => {
    const moved = markClosings(first, cutOffs('2014-04-15', '2014-09-30'), secondDay);
    expect(numbers(moved)).toEqual(['1:2014-04-15', '2:2014-09-30']);
    expect(moved[0]).toMatchObject({ sequence: 1, changedAt: secondDay.toString() });
    expect(moved[1]).toEqual(first[1]);
  });

  it('stay with their dates when the order changes', () => {
    expect(numbers(markClosings(first, cutOffs('2014-09-30', '2014-03-31'), secondDay))).toEqual(['2:2014-09-30', '1:2014-03-31']);
  });

  it('of a new closing are the next free ones, also after one was dropped', () => {
    const dropped = markClosings(first, cutOffs('2014-09-30'), secondDay);
    expect(dropped.find(({ n }) => n === 1)).toMatchObject({ cancelledAt: secondDay.toString(), sequence: 1 });
    expect(numbers(markClosings(dropped, cutOffs('2014-09-30', '2014-12-31'), secondDay))).toEqual([
      '2:2014-09-30',
      '3:2014-12-31',
      '1:2014-03-31',
    ]);
  });

  it('are cancelled when the deadline has no dates any more', () => {
    expect(markClosings(first, { kind: 'unannounced' }, secondDay).every(({ cancelledAt }) => cancelledAt === secondDay.toString())).toBe(
      true,
    );
  });
});
