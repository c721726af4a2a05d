import { absenceFaults, LONGEST_ABSENCE_DAYS } from './absence.js';

const TODAY = Temporal.PlainDate.from('2014-07-15');
const codes = (from: string, until: string) => absenceFaults({ from, until }, TODAY).map(({ pointer, code }) => `${pointer} ${code}`);

describe('an absence', () => {
  it.each([
    ['of one day', '2014-07-15', '2014-07-15'],
    ['that began before it was entered', '2014-07-01', '2014-07-15'],
    ['of the greatest length', '2014-07-15', TODAY.add({ days: LONGEST_ABSENCE_DAYS - 1 }).toString()],
  ])('%s is taken', (_what, from, until) => expect(codes(from, until)).toEqual([]));

  it.each([
    ['that ends before it begins', '2014-07-16', '2014-07-15', '/until ends-before-start'],
    ['that is over', '2014-07-01', '2014-07-14', '/until invalid-value'],
    ['without end', '2014-07-15', TODAY.add({ days: LONGEST_ABSENCE_DAYS }).toString(), '/until invalid-value'],
  ])('%s is refused', (_what, from, until, fault) => expect(codes(from, until)).toEqual([fault]));
});
