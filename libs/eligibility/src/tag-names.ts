import type { Locale } from '@app/kernel/locale.js';

/** One and several of a kind; `gender` chooses the German "kein" or "keine". */
interface TagName {
  readonly de: readonly [one: string, many: string, gender: 'm' | 'f' | 'n'];
  readonly en: readonly [one: string, many: string];
}

/** The tags of contract §2, and those that calls of our catalogue use beside them. The vocabulary is open. */
const TAGS: Readonly<Record<string, TagName>> = {
  municipality: { de: ['Stadt oder Gemeinde', 'Städte und Gemeinden', 'f'], en: ['town or municipality', 'towns and municipalities'] },
  municipal_association: { de: ['Gemeindeverband', 'Gemeindeverbände', 'm'], en: ['municipal association', 'municipal associations'] },
  county: { de: ['Landkreis', 'Landkreise', 'm'], en: ['county', 'counties'] },
  state: { de: ['Land', 'Länder', 'n'], en: ['state', 'states'] },
  intermunicipal_body: {
    de: ['interkommunaler Zusammenschluss', 'interkommunale Zusammenschlüsse', 'm'],
    en: ['intermunicipal body', 'intermunicipal bodies'],
  },
  special_purpose_association: {
    de: ['Zweckverband', 'Zweckverbände', 'm'],
    en: ['special-purpose association', 'special-purpose associations'],
  },
  city_quarter: { de: ['Stadtteil', 'Stadtteile', 'm'], en: ['city quarter', 'city quarters'] },
  other_public_body: {
    de: ['sonstige öffentliche Stelle', 'sonstige öffentliche Stellen', 'f'],
    en: ['other public body', 'other public bodies'],
  },
  town: { de: ['Stadt', 'Städte', 'f'], en: ['town', 'towns'] },
  city: { de: ['Stadt', 'Städte', 'f'], en: ['city', 'cities'] },
  market: { de: ['Markt', 'Märkte', 'm'], en: ['market town', 'market towns'] },
  independent_city: { de: ['kreisfreie Stadt', 'kreisfreie Städte', 'f'], en: ['independent city', 'independent cities'] },
  district_municipality: {
    de: ['kreisangehörige Gemeinde', 'kreisangehörige Gemeinden', 'f'],
    en: ['municipality within a county', 'municipalities within a county'],
  },
  large_district_town: { de: ['Große Kreisstadt', 'Große Kreisstädte', 'f'], en: ['large district town', 'large district towns'] },
  city_state: { de: ['Stadtstaat', 'Stadtstaaten', 'm'], en: ['city state', 'city states'] },
  association_member: {
    de: ['Mitglied eines Gemeindeverbands', 'Mitglieder von Gemeindeverbänden', 'n'],
    en: ['member of a municipal association', 'members of municipal associations'],
  },
  amt: { de: ['Amt', 'Ämter', 'n'], en: ['Amt (association)', 'Ämter (associations)'] },
  samtgemeinde: { de: ['Samtgemeinde', 'Samtgemeinden', 'f'], en: ['Samtgemeinde (association)', 'Samtgemeinden (associations)'] },
  verbandsgemeinde: {
    de: ['Verbandsgemeinde', 'Verbandsgemeinden', 'f'],
    en: ['Verbandsgemeinde (association)', 'Verbandsgemeinden (associations)'],
  },
  verwaltungsgemeinschaft: {
    de: ['Verwaltungsgemeinschaft', 'Verwaltungsgemeinschaften', 'f'],
    en: ['administrative association', 'administrative associations'],
  },
  unincorporated_area: { de: ['gemeindefreies Gebiet', 'gemeindefreie Gebiete', 'n'], en: ['unincorporated area', 'unincorporated areas'] },
  commune: { de: ['Commune', 'Communes', 'f'], en: ['commune', 'communes'] },
  epci: {
    de: ['Gemeindeverbund (EPCI)', 'Gemeindeverbünde (EPCI)', 'm'],
    en: ['intercommunal body (EPCI)', 'intercommunal bodies (EPCI)'],
  },
  municipal_enterprise: { de: ['Eigenbetrieb', 'Eigenbetriebe', 'm'], en: ['municipal utility', 'municipal utilities'] },
  municipal_enterprise_dependent: {
    de: ['unselbstständiger Eigenbetrieb', 'unselbstständige Eigenbetriebe', 'm'],
    en: ['dependent municipal utility', 'dependent municipal utilities'],
  },
  municipal_company: {
    de: ['kommunales Unternehmen', 'kommunale Unternehmen', 'n'],
    en: ['municipally owned company', 'municipally owned companies'],
  },
  public_institution: {
    de: ['Anstalt des öffentlichen Rechts', 'Anstalten des öffentlichen Rechts', 'f'],
    en: ['public institution', 'public institutions'],
  },
  local_public_entity: {
    de: ['örtliche öffentliche Einrichtung', 'örtliche öffentliche Einrichtungen', 'f'],
    en: ['local public entity', 'local public entities'],
  },
  it_provider: {
    de: ['kommunaler IT-Dienstleister', 'kommunale IT-Dienstleister', 'm'],
    en: ['municipal IT provider', 'municipal IT providers'],
  },
};

function known(tag: string): TagName | undefined {
  return Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
}

/** "Landkreis", as `plural` "Landkreise"; a tag that nobody has named is called by itself. */
export function tagName(tag: string, locale: Locale, plural = false): string {
  return known(tag)?.[locale][plural ? 1 : 0] ?? tag;
}

/** "kein Landkreis", "keine Stadt oder Gemeinde" / "not a county". */
export function noSuchTag(tag: string, locale: Locale): string {
  return locale === 'de' ? `k${someTag(tag, 'de')}` : `not ${someTag(tag, 'en')}`;
}

/** "ein Landkreis", "eine Stadt oder Gemeinde" / "a county". */
export function someTag(tag: string, locale: Locale): string {
  return withArticle(tagName(tag, locale), locale, known(tag)?.de[2]);
}

/** The indefinite article before a name; German names without a gender are masculine or neuter. */
export function withArticle(name: string, locale: Locale, gender?: 'm' | 'f' | 'n'): string {
  if (locale === 'en') return `${/^[aeio]/i.test(name) ? 'an' : 'a'} ${name}`;
  return `${gender === 'f' ? 'eine' : 'ein'} ${name}`;
}

/** Every tag that has a name, for choices in forms. */
export const NAMED_TAGS: readonly string[] = Object.keys(TAGS);
/** What forms offer: `city` is understood, but reads like `town`, and no register gives it. */
export const OFFERED_TAGS: readonly string[] = NAMED_TAGS.filter((tag) => tag !== 'city');
