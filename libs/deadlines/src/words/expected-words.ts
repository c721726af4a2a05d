import type { Locale } from '@app/kernel/locale.js';
import { monthName, NBSP } from '@app/kernel/words.js';
import type { ExpectedRound } from '../rounds/expect-round.js';

/** "voraussichtlich Juni bis Juli 2015, aus 2 Runden, unsicher" / "expected June to July 2015, from 2 rounds, uncertain". */
export function expectedWords({ from, until, rounds, uncertain }: ExpectedRound, locale: Locale): string {
  const words =
    locale === 'de'
      ? [`voraussichtlich ${monthsWords(from, until, 'de')}`, `aus ${rounds}${NBSP}Runden`]
      : [`expected ${monthsWords(from, until, 'en')}`, `from ${rounds}${NBSP}rounds`];
  return [...words, ...(uncertain ? [{ de: 'unsicher', en: 'uncertain' }[locale]] : [])].join(', ');
}

/** "Juli 2015", "Juni bis Juli 2015", "November 2015 bis Januar 2016". */
export function monthsWords(from: Temporal.PlainYearMonth, until: Temporal.PlainYearMonth, locale: Locale): string {
  const last = `${monthName(until.month, locale)} ${until.year}`;
  if (from.equals(until)) return last;
  const first = from.year === until.year ? monthName(from.month, locale) : `${monthName(from.month, locale)} ${from.year}`;
  return `${first} ${{ de: 'bis', en: 'to' }[locale]} ${last}`;
}
