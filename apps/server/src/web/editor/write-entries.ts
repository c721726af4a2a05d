import { formatNumber, type Locale } from '@app/kernel/locale.js';
import type { Money } from '@app/kernel/money.js';

/** "2014-07-25" → "25.07.2014", in both languages: the hint beside the field says so. */
export function dayEntry(day: string | undefined): string {
  return day === undefined ? '' : day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1');
}

/** "09-30" → "30.09." */
export function monthDayEntry(monthDay: string | undefined): string {
  return monthDay === undefined ? '' : monthDay.replace(/^(\d\d)-(\d\d)$/, '$2.$1.');
}

/** "2020-10" → "10.2020". */
export function monthEntry(month: string): string {
  return month.replace(/^(\d{4})-(\d\d)$/, '$2.$1');
}

export function wholeEntry(value: number | undefined, locale: Locale): string {
  return value === undefined ? '' : formatNumber(value, locale);
}

/** 300000 → "300.000", 0.125 → "0,125", 1.125 → "1,1250": three decimals after a 1 would be read as thousands. */
export function numberEntry(value: number | undefined, locale: Locale): string {
  if (value === undefined || Number.isSafeInteger(value))
    return value === undefined ? '' : formatNumber(value, locale).replace('\u2212', '-');
  const [whole = '', part = ''] = String(value).split('.');
  return `${whole}${locale === 'de' ? ',' : '.'}${part.length === 3 ? `${part}0` : part}`;
}

/** "60000.00" → "60.000"; cents only where there are some. */
export function moneyEntry(money: Money | undefined, locale: Locale): string {
  if (money === undefined) return '';
  const [whole, cents] = money.amount.split('.') as [string, string];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'de' ? '.' : ',');
  return cents === '00' ? grouped : `${grouped}${locale === 'de' ? ',' : '.'}${cents}`;
}

/** 6250 → "62,5". */
export function rateEntry(basisPoints: number | undefined, locale: Locale): string {
  const text = basisPoints === undefined ? '' : String(basisPoints / 100);
  return locale === 'de' ? text.replace('.', ',') : text;
}
