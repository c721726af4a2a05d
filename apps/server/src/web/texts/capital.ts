import type { Locale } from '@app/kernel/locale.js';

/** With a capital at its beginning: words that stand for themselves, as row heads and facts do. */
export function capital(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
