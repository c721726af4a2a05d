import { formatNumber, type Locale } from '@app/kernel/locale.js';
import type { Range } from './criterion.js';

const WORDS = {
  de: {
    atLeast: 'mindestens',
    moreThan: 'mehr als',
    atMost: 'höchstens',
    lessThan: 'weniger als',
    and: 'und',
    to: 'bis',
    allowed: 'erlaubt sind',
    asked: 'verlangt sind',
  },
  en: {
    atLeast: 'at least',
    moreThan: 'more than',
    atMost: 'at most',
    lessThan: 'fewer than',
    and: 'and',
    to: 'to',
    allowed: 'allowed:',
    asked: 'required:',
  },
} as const;

/** "höchstens 300.000", "20.000 bis 100.000", "mehr als 5.000 und weniger als 20.000". */
export function rangeWords(range: Range, locale: Locale): string {
  const { atLeast, moreThan, atMost, lessThan } = range;
  const words = WORDS[locale];
  if (atLeast !== undefined && atMost !== undefined && moreThan === undefined && lessThan === undefined) {
    if (atLeast === atMost) return `${locale === 'de' ? 'genau' : 'exactly'} ${formatNumber(atLeast, locale)}`;
    return `${formatNumber(atLeast, locale)} ${words.to} ${formatNumber(atMost, locale)}`;
  }
  const bounds = { atLeast, moreThan, atMost, lessThan };
  return (['atLeast', 'moreThan', 'atMost', 'lessThan'] as const)
    .flatMap((bound) => (bounds[bound] === undefined ? [] : `${words[bound]} ${formatNumber(bounds[bound], locale)}`))
    .join(` ${words.and} `);
}

/** "erlaubt sind höchstens 300.000" for a ceiling, "verlangt sind mindestens 20.000" for all else. */
export function demandWords(range: Range, locale: Locale): string {
  const isCeiling = range.atLeast === undefined && range.moreThan === undefined;
  return `${WORDS[locale][isCeiling ? 'allowed' : 'asked']} ${rangeWords(range, locale)}`;
}

/** "bis 300.000", "ab 20.000", "über 5.000", "unter 20.000": as short as a line of a list wants it. */
export function shortRangeWords(range: Range, locale: Locale): string {
  const { atLeast, moreThan, atMost, lessThan } = range;
  const number = (value: number) => formatNumber(value, locale);
  if (atLeast !== undefined && atMost !== undefined)
    return `${locale === 'de' ? 'von' : 'from'} ${rangeWords({ atLeast, atMost }, locale)}`;
  const words = locale === 'de' ? ['ab', 'über', 'bis', 'unter'] : ['from', 'over', 'up to', 'under'];
  return [atLeast, moreThan, atMost, lessThan]
    .flatMap((value, i) => (value === undefined ? [] : `${words[i]} ${number(value)}`))
    .join(', ');
}
