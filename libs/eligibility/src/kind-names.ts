import type { Locale, Localized } from '@app/kernel/locale.js';
import { someTag, tagName, withArticle } from './tag-names.js';

/** What somebody is called who carries several tags, the most telling first; all tags of a line are needed. */
const KINDS: readonly (readonly [tags: readonly string[], name: Localized | undefined])[] = [
  [['city_state'], undefined],
  [['independent_city'], undefined],
  [['large_district_town'], undefined],
  [['town', 'district_municipality'], { de: 'kreisangehörige Stadt', en: 'town within a county' }],
  [['town'], undefined],
  [['market'], undefined],
  [['samtgemeinde'], undefined],
  [['verbandsgemeinde'], undefined],
  [['verwaltungsgemeinschaft'], undefined],
  [['amt'], undefined],
  [['epci'], undefined],
  [['commune'], undefined],
  [['district_municipality'], undefined],
  [['municipality'], { de: 'Gemeinde', en: 'municipality' }],
];

/** "kreisangehörige Stadt", "Landkreis"; undefined for who has no tag. */
export function kindName(types: readonly string[], locale: Locale): string | undefined {
  const kind = KINDS.find(([tags]) => tags.every((tag) => types.includes(tag)));
  if (kind !== undefined) return kind[1]?.[locale] ?? tagName(kind[0][0]!, locale);
  return types[0] === undefined ? undefined : tagName(types[0], locale);
}

/** "eine kreisangehörige Stadt", "ein Landkreis". */
export function someKind(types: readonly string[], locale: Locale): string | undefined {
  const kind = KINDS.find(([tags]) => tags.every((tag) => types.includes(tag)));
  if (kind?.[1] !== undefined) return withArticle(kind[1][locale], locale, 'f');
  const tag = kind?.[0][0] ?? types[0];
  return tag === undefined ? undefined : someTag(tag, locale);
}

/** "Stadt", "Gemeinde", "Landkreis": as short as a line of a list wants it. */
export function shortKindName(types: readonly string[], locale: Locale): string | undefined {
  const isTown = types.some((tag) => ['town', 'independent_city', 'large_district_town', 'city'].includes(tag));
  if (isTown) return tagName('town', locale);
  if (types.includes('municipality')) return locale === 'de' ? 'Gemeinde' : 'municipality';
  return kindName(types, locale);
}
