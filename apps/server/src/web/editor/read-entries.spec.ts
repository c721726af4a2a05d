import { FaultBook } from './form-reading.js';
import {
  plainNumber,
  readDayEntry,
  readMoney,
  readMonth,
  readMonthDay,
  readRate,
  readTimeEntry,
  readUrl,
  readWhole,
} from './read-entries.js';

describe('numbers as people write them', () => {
  it.each([
    ['300.000', '300000'],
    ['300,000', '300000'],
    ['300 000', '300000'],
    ['1.173.891', '1173891'],
    ['60.000,50', '60000.50'],
    ['60,000.50', '60000.50'],
    ['60000.5', '60000.5'],
    ['62,5', '62.5'],
    ['0', '0'],
    ['007', '7'],
    ['25.000 €', '25000'],
  ])('%s', (text, plain) => {
    expect(plainNumber(text)).toBe(plain);
  });

  it.each(['', 'viel', '-5', '1.2.3', '30.00.00', '1e5', '3.0000'])('"%s" is none', (text) => {
    expect(plainNumber(text)).toBeUndefined();
  });
});

describe('entries of a form', () => {
  it.each([
    ['25.7.14', '2014-07-25'],
    ['25.07.2014', '2014-07-25'],
    ['2014-07-25', '2014-07-25'],
  ])('the day %s', (text, day) => {
    expect(readDayEntry(new FaultBook(), 'closes', text)).toBe(day);
  });

  it('leave a fault with what was entered where they cannot be read', () => {
    const book = new FaultBook();
    readDayEntry(book, 'day', '31.6.2014');
    readTimeEntry(book, 'time', '24:00');
    readMoney(book, 'money', 'viel');
    readRate(book, 'rate', '101');
    readWhole(book, 'whole', '1,5');
    readUrl(book, 'url', 'javascript:alert(1)');
    expect(book.faults).toEqual({
      day: { code: 'not-a-day', text: '31.6.2014' },
      time: { code: 'not-a-time', text: '24:00' },
      money: { code: 'not-an-amount', text: 'viel' },
      rate: { code: 'not-a-rate', text: '101' },
      whole: { code: 'not-a-whole-number', text: '1,5' },
      url: { code: 'not-a-url', text: 'javascript:alert(1)' },
    });
  });

  it('make money with two places and rates in basis points', () => {
    const book = new FaultBook();
    expect(readMoney(book, 'm', '60.000')).toEqual({ amount: '60000.00', currency: 'EUR' });
    expect(readMoney(book, 'm', '12,5')).toEqual({ amount: '12.50', currency: 'EUR' });
    expect(readRate(book, 'r', '62,5 %')).toBe(6250);
    expect(readRate(book, 'r', '100')).toBe(10_000);
    expect(book.isEmpty).toBe(true);
  });

  it.each([
    ['30.09.', '09-30'],
    ['1.4', '04-01'],
    ['09-30', '09-30'],
    ['29.02.', undefined],
    ['31.06.', undefined],
  ])('the day of every year %s', (text, monthDay) => {
    expect(readMonthDay(text)).toBe(monthDay);
  });

  it.each([
    ['10.2020', '2020-10'],
    ['1/2021', '2021-01'],
    ['13.2020', undefined],
  ])('the month %s', (text, month) => {
    expect(readMonth(text)).toBe(month);
  });
});
