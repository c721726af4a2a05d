import type { Locale } from '@app/kernel/locale.js';
import { formatRate, type Money, writeMoney } from '@app/kernel/money.js';
import type { Award } from './award.js';

const TIMES: Record<Locale, readonly string[]> = {
  de: ['', 'einmal', 'zweimal', 'dreimal', 'viermal', 'fünfmal', 'sechsmal', 'siebenmal', 'achtmal', 'neunmal', 'zehnmal'],
  en: [
    '',
    'once',
    'twice',
    'three times',
    'four times',
    'five times',
    'six times',
    'seven times',
    'eight times',
    'nine times',
    'ten times',
  ],
};

type Write = (money: Money, locale: Locale) => string;

function amount(award: Award, locale: Locale, write: Write): string | undefined {
  const { amountEach, maxAmount, minAmount, count } = award;
  if (amountEach && count) return `${TIMES[locale][count] ?? `${count} ×`} ${write(amountEach, locale)}`;
  if (amountEach) return write(amountEach, locale);
  if (minAmount && maxAmount) return `${write(minAmount, locale)} ${locale === 'de' ? 'bis' : 'to'} ${write(maxAmount, locale)}`;
  if (maxAmount) return `${locale === 'de' ? 'bis' : 'up to'} ${write(maxAmount, locale)}`;
  return minAmount && `${locale === 'de' ? 'ab' : 'from'} ${write(minAmount, locale)}`;
}

function rate(award: Award, locale: Locale): string | undefined {
  if (award.fundingRate === undefined) return undefined;
  const weak = award.fundingRateFinanciallyWeak;
  const base = `${formatRate(award.fundingRate, locale)} ${locale === 'de' ? 'der Ausgaben' : 'of expenditure'}`;
  if (weak === undefined) return base;
  return locale === 'de'
    ? `${base}, ${formatRate(weak, locale)} für finanzschwache`
    : `${base}, ${formatRate(weak, locale)} if financially weak`;
}

/** "fünfmal 60.000 Euro"; undefined when the call names no money. `write` chooses between letters' and pages' way of writing money. */
export function awardInWords(award: Award, locale: Locale, write: Write = writeMoney): string | undefined {
  const parts = [amount(award, locale, write), rate(award, locale)].filter((part) => part !== undefined);
  if (parts.length > 0) return parts.join(', ');
  return award.totalBudget && `${locale === 'de' ? 'insgesamt' : 'in total'} ${write(award.totalBudget, locale)}`;
}
