import { inLocale, type Locale } from '@app/kernel/locale.js';
import { longDay } from '@app/kernel/words.js';
import type { LeadStep } from './lead-step.js';
import type { PlannedSitting } from './plan.js';
import type { Body, SittingKind } from './sitting.js';

const KINDS: Record<Locale, Record<SittingKind, string>> = {
  de: { council: 'Rat', committee: 'Ausschuss' },
  en: { council: 'council', committee: 'committee' },
};

/** "Rat", "Ausschuss"; one body among them by its name. */
export function bodyName({ kind, name }: Body, locale: Locale): string {
  return name ?? KINDS[locale][kind];
}

const TEXTS = {
  de: {
    'none-entered': (body: string) => `${body}: Es ist keine Sitzung eingetragen.`,
    'none-before': (body: string, limit: string, next: string) =>
      `${body}: Keine Sitzung bis zum ${limit}. Die nächste eingetragene ist erst am ${next}.`,
    over: (body: string, limit: string, day: string) => `${body}: Keine Sitzung mehr bis zum ${limit}. Die letzte war am ${day}.`,
    'too-late': (body: string, day: string, step: string, due: string) =>
      `${body}: Keine Sitzung mehr erreichbar. Für die Sitzung am ${day} war „${step}“ bis zum ${due} fällig.`,
  },
  en: {
    'none-entered': (body: string) => `${body}: no sitting has been entered.`,
    'none-before': (body: string, limit: string, next: string) =>
      `${body}: no sitting up to ${limit}. The next that has been entered is on ${next}.`,
    over: (body: string, limit: string, day: string) => `${body}: no sitting left up to ${limit}. The last one was on ${day}.`,
    'too-late': (body: string, day: string, step: string, due: string) =>
      `${body}: no sitting can be reached any more. For the sitting on ${day}, "${step}" was due by ${due}.`,
  },
} as const;

/** Why no sitting of a body is left, as a sentence; `steps` give the names. */
export function problemWords(
  { body, limit, problem }: Required<Pick<PlannedSitting, 'body' | 'limit' | 'problem'>>,
  steps: readonly LeadStep[],
  locale: Locale,
): string {
  const text = TEXTS[locale];
  const name = bodyName(body, locale);
  const who = name.charAt(0).toUpperCase() + name.slice(1);
  const day = (value: Temporal.PlainDate) => longDay(value, locale);
  switch (problem.code) {
    case 'none-entered':
      return text['none-entered'](who);
    case 'none-before':
      return text['none-before'](who, day(limit), day(problem.next));
    case 'over':
      return text.over(who, day(limit), day(problem.day));
    case 'too-late': {
      const step = inLocale(steps.find(({ id }) => id === problem.step)?.name, locale);
      return text['too-late'](who, day(problem.day), step, day(problem.due));
    }
  }
}
