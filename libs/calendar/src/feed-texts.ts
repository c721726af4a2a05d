import type { Locale } from '@app/kernel/locale.js';
import type { FeedScope } from './feed.js';

/** How a feed is called in programs, where its owner has given it no name. */
const NAMES: Readonly<Record<Locale, Readonly<Record<FeedScope, (of: string) => string>>>> = {
  de: {
    open: () => 'Fördertakt: alle offenen Fristen',
    eligible: (of) => `Fördertakt ${of}: Fristen`,
    followed: (of) => `Fördertakt ${of}: gemerkte Aufrufe`,
    followed_by_me: (of) => `Fördertakt ${of}: meine gemerkten Aufrufe`,
    call: (of) => `Fördertakt: ${of}`,
    search: (of) => `Fördertakt: ${of}`,
  },
  en: {
    open: () => 'Fördertakt: all open deadlines',
    eligible: (of) => `Fördertakt ${of}: deadlines`,
    followed: (of) => `Fördertakt ${of}: calls followed`,
    followed_by_me: (of) => `Fördertakt ${of}: calls that I follow`,
    call: (of) => `Fördertakt: ${of}`,
    search: (of) => `Fördertakt: ${of}`,
  },
};

/** `of`: the authority, the call or the search. */
export function feedTitle(scope: FeedScope, language: Locale, of: string): string {
  return NAMES[language][scope](of);
}

export const RENEWED: Readonly<Record<Locale, { readonly summary: string; readonly description: string }>> = {
  de: {
    summary: 'Dieses Abo wurde erneuert',
    description:
      'Diese Adresse gilt nicht mehr. Bitte abonnieren Sie den Kalender mit der neuen Adresse, die Ihre Kollegin oder Ihr Kollege in Fördertakt erzeugt hat.',
  },
  en: {
    summary: 'This subscription was renewed',
    description: 'This address is no longer valid. Please subscribe with the new address that your colleague has made in Fördertakt.',
  },
};
