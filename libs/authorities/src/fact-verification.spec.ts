import { isOverdue } from './fact-verification.js';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('how long a fact counts as verified', () => {
  it.each([
    ['financiallyWeak', '2013-06-12', '2014-06-12', false],
    ['financiallyWeak', '2013-06-12', '2014-06-13', true],
    ['approvedClimatePlan', '2013-06-12', '2015-06-12', false],
    ['approvedClimatePlan', '2013-06-12', '2015-06-13', true],
    ['grwArea', '2014-01-01', '2020-12-31', false],
    ['financiallyWeak', '9999-12-31', '2014-06-13', false],
    ['constructor', '2013-06-12', '2014-06-13', false],
  ])('%s of %s on %s: overdue %s', (name, asOf, today, overdue) => {
    expect(isOverdue({ name, asOf }, day(today))).toBe(overdue);
  });

  it('has no end for a fact without a date', () => {
    expect(isOverdue({ name: 'financiallyWeak', asOf: null }, day('2099-01-01'))).toBe(false);
  });
});
