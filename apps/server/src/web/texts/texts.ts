import type { Locale } from '@app/kernel/locale.js';
import { de } from './de.js';
import { en } from './en.js';

/** The shape that every language has: German is the original. */
export type Texts = typeof de;

export function texts(locale: Locale): Texts {
  return locale === 'de' ? de : en;
}

/** The word for a key of an open vocabulary; an unknown one is shown as it is written. */
export function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}
