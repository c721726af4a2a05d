import { formatMoney, formatRate, fromCents, isMoney, times, toCents, writeMoney } from './money.js';

const sixtyThousand = { amount: '60000.00', currency: 'EUR' };

describe('money', () => {
  it.each([
    ['60000.00', true],
    ['0.00', true],
    ['60000', false],
    ['60000.5', false],
    ['-1.00', false],
    ['1e3.00', false],
  ])('takes decimal strings with two places only: %s', (amount, valid) => {
    expect(isMoney({ amount, currency: 'EUR' })).toBe(valid);
  });

  it('reads as people write it', () => {
    expect(formatMoney(sixtyThousand, 'de')).toBe('60.000\u00a0€');
    expect(formatMoney(sixtyThousand, 'en')).toBe('€60,000');
    expect(writeMoney(sixtyThousand, 'de')).toBe('60.000\u00a0Euro');
    expect(writeMoney(sixtyThousand, 'en')).toBe('EUR\u00a060,000');
    expect(formatMoney({ amount: '1234567.89', currency: 'EUR' }, 'de')).toBe('1.234.567,89\u00a0€');
    expect(formatRate(6500, 'de')).toBe('65\u00a0%');
  });

  it('is reckoned without floats', () => {
    expect(times(sixtyThousand, 5)).toEqual({ amount: '300000.00', currency: 'EUR' });
    expect(fromCents(toCents({ amount: '9007199254740993.01'.slice(2), currency: 'EUR' }), 'EUR').amount).toBe(
      '07199254740993.01'.replace(/^0/, ''),
    );
  });
});
