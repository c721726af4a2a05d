import type { Locale } from '@app/kernel/locale.js';
import { textOf } from '@app/kernel/reason.js';
import type { NoteLetter } from '../letters/note-model.js';
import type { Trouble } from './trouble.js';
import { TROUBLE_TEXTS } from './trouble.js';

interface Words {
  readonly subject: string;
  readonly subjectOver: string;
  readonly greeting: string;
  readonly opening: string;
  readonly openingOver: string;
  readonly action: string;
  readonly why: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  de: {
    subject: 'Fördertakt braucht Hilfe: Mails kommen vielleicht nicht an',
    subjectOver: 'Fördertakt: wieder in Ordnung',
    greeting: 'Guten Tag,',
    opening: 'im Betrieb von Fördertakt stimmt etwas nicht:',
    openingOver: 'das ist vorbei, alles läuft wieder:',
    action: 'Betrieb ansehen',
    why: 'Sie erhalten diese Mail, weil Ihre Adresse als OPERATOR_EMAIL eingestellt ist. Sie kommt einmal, und noch einmal, wenn es vorbei ist.',
  },
  en: {
    subject: 'Fördertakt needs help: mails may not arrive',
    subjectOver: 'Fördertakt: in order again',
    greeting: 'Hello,',
    opening: 'something is wrong with the operation of Fördertakt:',
    openingOver: 'this is over, everything runs again:',
    action: 'See the operation',
    why: 'You receive this mail because your address is set as OPERATOR_EMAIL. It comes once, and once more when it is over.',
  },
};

/** What the operator is told: that something is wrong, or (`isOver`) that it is over. */
export function operatorNote(trouble: Trouble, { isOver, locale, url }: { isOver: boolean; locale: Locale; url: string }): NoteLetter {
  const words = WORDS[locale];
  const title = textOf(TROUBLE_TEXTS, { code: trouble.kind, params: trouble.params }, locale);
  return {
    locale,
    from: 'Fördertakt',
    subject: isOver ? words.subjectOver : words.subject,
    heading: isOver ? words.subjectOver : words.subject,
    greeting: words.greeting,
    opening: isOver ? words.openingOver : words.opening,
    items: [{ title, url, rows: [], action: words.action }],
    why: [words.why],
    links: [],
  };
}
