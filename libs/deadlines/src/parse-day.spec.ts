import { readDay, readTime } from './parse-day.js';

describe('a day as people type it', () => {
  it.each([
    ['25.7.14', '2014-07-25'],
    ['25.07.2014', '2014-07-25'],
    [' 25. 7. 2014 ', '2014-07-25'],
    ['25/7/2014', '2014-07-25'],
    ['2014-07-25', '2014-07-25'],
    ['25. Juli 2014', '2014-07-25'],
    ['25 July 2014', '2014-07-25'],
    ['1. märz 2027', '2027-03-01'],
    ['29.2.24', '2024-02-29'],
  ])('%s', (text, day) => {
    expect(readDay(text)?.toString()).toBe(day);
  });

  it.each(['', '30.2.2014', '29.2.23', '25.7.', '25.7.214', '2014-7-25', '32.1.2014', '25. Foo 2014', 'morgen'])(
    'is not guessed: %s',
    (text) => {
      expect(readDay(text)).toBeUndefined();
    },
  );
});

describe('a time as people type it', () => {
  it.each([
    ['12:00', '12:00'],
    ['9:30', '09:30'],
    ['9.30 Uhr', '09:30'],
    ['12 Uhr', '12:00'],
    ['12', '12:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each(['', '24:00', '12:60', '12:5', 'mittags', '-1'])('is not guessed: %s', (text) => {
    expect(readTime(text)).toBeUndefined();
  });
});
