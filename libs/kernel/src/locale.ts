/** The languages of the interface; German is the first. */
export type Locale = 'de' | 'en';
export const LOCALES: readonly Locale[] = ['de', 'en'];

/** A text in both languages; a programme may lack one of them. */
export type Localized = { readonly de: string; readonly en: string };
export type PartlyLocalized = { readonly de?: string; readonly en?: string };

export function isLocale(value: unknown): value is Locale {
  return value === 'de' || value === 'en';
}

/** The text in the reader's language, else in the other one: a missing translation never hides a programme. */
export function inLocale(text: PartlyLocalized | undefined, locale: Locale): string {
  return text?.[locale] ?? text?.de ?? text?.en ?? '';
}

const NUMBERS: Record<Locale, Intl.NumberFormat> = { de: new Intl.NumberFormat('de-DE'), en: new Intl.NumberFormat('en-GB') };

/** 93207 → "93.207" / "93,207". */
export function formatNumber(value: number, locale: Locale): string {
  return NUMBERS[locale].format(value);
}
