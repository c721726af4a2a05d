import { formatNumber, type Locale, type Localized } from '@app/kernel/locale.js';
import { NBSP } from '@app/kernel/words.js';
import { factName } from './fact-names.js';
import type { NearMiss } from './near-miss.js';

type Near = Omit<NearMiss, 'text'>;

/** "412 Einwohner zu viel, 0,14 %" / "412 inhabitants too many, 0.14%"; of a fact "Einwohner des Ortsteils: 50 zu viel, 0,5 %". */
export function nearMissText(near: Near): Localized {
  return { de: `${distanceDe(near)}${share(near, 'de')}`, en: `${distanceEn(near)}${share(near, 'en')}` };
}

function distanceDe({ kind, name, distance, direction }: Near): string {
  const number = formatNumber(distance, 'de');
  const too = direction === 'too-many' ? 'zu viel' : 'zu wenig';
  return kind === 'population' ? `${number}${NBSP}Einwohner ${too}` : `${capital(name, 'de')}: ${number} ${too}`;
}

function distanceEn({ kind, name, distance, direction }: Near): string {
  const number = formatNumber(distance, 'en');
  const too = direction === 'too-many' ? 'too many' : 'too few';
  if (kind === 'population') return `${number}${NBSP}${distance === 1 ? 'inhabitant' : 'inhabitants'} ${too}`;
  return `${capital(name, 'en')}: ${number} ${too}`;
}

function share({ basisPoints }: Near, locale: Locale): string {
  if (basisPoints === undefined) return '';
  const percent = locale === 'de' ? `${NBSP}%` : '%';
  if (basisPoints === 0) return `, ${locale === 'de' ? 'unter' : 'less than'} ${formatNumber(0.01, locale)}${percent}`;
  return `, ${formatNumber(basisPoints / 100, locale)}${percent}`;
}

/** A fact that nobody has named is called by itself. */
function capital(id: string | undefined, locale: Locale): string {
  const name = factName(id ?? '', locale);
  return name === id ? name : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
