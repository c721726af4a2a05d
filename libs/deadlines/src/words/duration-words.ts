import type { Locale } from '@app/kernel/locale.js';
import { listOf, NBSP } from '@app/kernel/words.js';
import type { RelativeSchedule } from '../deadline.js';

const UNITS = ['years', 'months', 'weeks', 'days'] as const;
type Unit = (typeof UNITS)[number];

/** In German the accusative, as before "vor dem …": one, more than one. */
const NOUNS: Record<Locale, Record<Unit, readonly [one: string, many: string]>> = {
  de: { years: ['ein Jahr', 'Jahre'], months: ['einen Monat', 'Monate'], weeks: ['eine Woche', 'Wochen'], days: ['einen Tag', 'Tage'] },
  en: { years: ['one year', 'years'], months: ['one month', 'months'], weeks: ['one week', 'weeks'], days: ['one day', 'days'] },
};
const NUMBERS: Record<Locale, readonly string[]> = {
  de: ['null', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
};
const ANCHORS: Record<Locale, Record<RelativeSchedule['before'], string>> = {
  de: { application: 'vor dem Antragsstichtag', project_start: 'vor Projektbeginn' },
  en: { application: 'before the application deadline', project_start: 'before the project starts' },
};

/** "vier Wochen vor dem Antragsstichtag"; without a duration "vor Projektbeginn". */
export function relativeWords({ before, duration }: RelativeSchedule, locale: Locale): string {
  const length = Temporal.Duration.from(duration);
  const parts = UNITS.filter((unit) => length[unit] > 0).map((unit) => counted(length[unit], unit, locale));
  return [listOf(parts, locale), ANCHORS[locale][before]].filter((part) => part !== '').join(' ');
}

function counted(count: number, unit: Unit, locale: Locale): string {
  const [one, many] = NOUNS[locale][unit];
  return count === 1 ? one : `${NUMBERS[locale][count] ?? count}${NBSP}${many}`;
}
