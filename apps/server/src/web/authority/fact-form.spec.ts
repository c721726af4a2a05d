import { askedFacts, fieldType } from './asked-facts.js';
import { factDayOf, factValueOf, readFactForm } from './fact-form.js';

describe('a fact as staff enter it', () => {
  it.each([
    ['7.500', 7500],
    ['7,500', 7500],
    ['1.234.567', 1234567],
    ['7 500', 7500],
    ['7,5', 7.5],
    ['7.25', 7.25],
    ['-3', -3],
    ['0', 0],
  ])('%s is the number %d', (entered, value) => {
    expect(factValueOf(entered, 'number')).toEqual({ value });
  });

  it.each(['viele', '7,5,5', '1.23.456', '1e3', '0x10', 'Infinity'])('%s is no number', (entered) => {
    expect(factValueOf(entered, 'number')).toEqual({ fault: 'not-a-number' });
  });

  it.each(['boolean', 'number', 'text'] as const)('nothing is unknown, never "no" or 0: %s', (type) => {
    expect(factValueOf('', type)).toEqual({ value: undefined });
  });

  it('yes and no are said as such', () => {
    expect(factValueOf('true', 'boolean')).toEqual({ value: true });
    expect(factValueOf('false', 'boolean')).toEqual({ value: false });
    expect(factValueOf('yes', 'boolean')).toEqual({ fault: 'not-yes-or-no' });
  });

  it('a text may say true and stays a text', () => {
    expect(factValueOf('true', 'text')).toEqual({ value: 'true' });
  });

  it.each([
    ['', { asOf: '2014-06-27' }],
    ['26.06.2014', { asOf: '2014-06-26' }],
    ['27.6.2014', { asOf: '2014-06-27' }],
    ['28.06.2014', { fault: 'in-the-future' }],
    ['31.06.2014', { fault: 'not-a-day' }],
    ['gestern', { fault: 'not-a-day' }],
  ])('is of the day "%s"', (entered, expected) => {
    expect(factDayOf(entered, Temporal.PlainDate.from('2014-06-27'))).toEqual(expected);
  });

  it('reads a form whatever it holds', () => {
    expect(readFactForm({ key: ['DE:1'], name: ' grwArea ', version: '-1' })).toEqual({
      key: '',
      name: 'grwArea',
      value: '',
      asOf: '',
      source: '',
    });
    expect(readFactForm({ version: '3' })).toMatchObject({ version: 3 });
  });
});

describe('what rules ask of facts', () => {
  const rule = {
    anyOf: [
      { fact: { name: 'grwArea', is: true } },
      { fact: { name: 'placePopulation', atMost: 10_000 } },
      { not: { fact: { name: 'settlementType', is: 'rural' } } },
      { fact: { name: 'settlementType', is: 'peripheral' } },
      { jointApplication: { whole: { fact: { name: 'countries>=2', is: true } }, eachMember: { fact: { name: 'leaderArea', is: true } } } },
    ],
  };

  it('decides the field', () => {
    const asked = askedFacts([rule]);
    expect(Object.fromEntries(asked)).toEqual({
      grwArea: { type: 'boolean', texts: [] },
      placePopulation: { type: 'number', texts: [] },
      settlementType: { type: 'text', texts: ['rural', 'peripheral'] },
      leaderArea: { type: 'boolean', texts: [] },
    });
  });

  it('of a fact that no rule asks for, its own value does', () => {
    expect(fieldType(undefined, 12)).toBe('number');
    expect(fieldType(undefined, 'rural')).toBe('text');
    expect(fieldType(undefined, undefined)).toBe('text');
  });
});
