import type { Fault } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { type Catalogue, type Params, textOf } from '@app/kernel/reason.js';
import { listOf, NBSP } from '@app/kernel/words.js';

export type FaultCode =
  | 'not-an-object'
  | 'missing'
  | 'unknown-property'
  | 'not-one-of'
  | 'not-true-or-false'
  | 'not-a-text'
  | 'not-a-stage'
  | 'not-a-day'
  | 'not-a-time'
  | 'not-a-month'
  | 'not-a-month-day'
  | 'not-a-duration'
  | 'duration-too-long'
  | 'unknown-zone'
  | 'unknown-region'
  | 'not-a-list'
  | 'empty-list'
  | 'list-too-long'
  | 'duplicate'
  | 'closes-before-opening';

const options = (params: Params, locale: Locale) => listOf((params.options as readonly string[]) ?? [], locale, 'or');

/** What is wrong with a deadline that was sent or typed; each stands at the place that the fault's pointer names. */
export const FAULT_TEXTS: Catalogue<FaultCode> = {
  de: {
    'not-an-object': 'Hier wird ein Objekt erwartet.',
    missing: 'Diese Angabe fehlt.',
    'unknown-property': 'Diese Angabe gibt es hier nicht.',
    'not-one-of': (params) => `Erlaubt ist: ${options(params, 'de')}.`,
    'not-true-or-false': 'Erlaubt ist: true oder false.',
    'not-a-text': (params) => `Hier wird ein Text von 1 bis ${params.max}${NBSP}Zeichen erwartet.`,
    'not-a-stage': 'Eine Stufe besteht aus 1 bis 100 kleinen Buchstaben und Unterstrichen.',
    'not-a-day': 'Diesen Tag gibt es nicht. Erwartet wird ein Tag wie 2014-07-25.',
    'not-a-time': 'Diese Uhrzeit gibt es nicht. Erlaubt ist 00:00 bis 23:59; ohne Uhrzeit gilt der ganze Tag.',
    'not-a-month': 'Diesen Monat gibt es nicht. Erwartet wird ein Monat wie 2020-10.',
    'not-a-month-day': 'Diesen Tag gibt es nicht in jedem Jahr. Erwartet wird ein Tag wie 09-30.',
    'not-a-duration': 'Erwartet wird eine Dauer in ganzen Tagen, Wochen, Monaten oder Jahren wie P8W oder P0D.',
    'duration-too-long': 'Die Dauer darf höchstens 100 Jahre betragen.',
    'unknown-zone': 'Diese Zeitzone gibt es nicht. Erwartet wird ein Name wie Europe/Berlin.',
    'unknown-region': 'Für diese Region sind keine Feiertage bekannt. Erwartet wird ein Kürzel wie DE oder DE-BY.',
    'not-a-list': 'Hier wird eine Liste erwartet.',
    'empty-list': 'Es fehlt mindestens ein Eintrag.',
    'list-too-long': (params) => `Es sind höchstens ${params.max}${NBSP}Einträge möglich.`,
    duplicate: 'Dieser Eintrag steht schon in der Liste.',
    'closes-before-opening': 'Die Frist endet, bevor sie beginnt.',
  },
  en: {
    'not-an-object': 'An object is expected here.',
    missing: 'This is missing.',
    'unknown-property': 'There is no such property here.',
    'not-one-of': (params) => `Allowed: ${options(params, 'en')}.`,
    'not-true-or-false': 'Allowed: true or false.',
    'not-a-text': (params) => `A text of 1 to ${params.max}${NBSP}characters is expected here.`,
    'not-a-stage': 'A stage consists of 1 to 100 lower-case letters and underscores.',
    'not-a-day': 'There is no such day. A day like 2014-07-25 is expected.',
    'not-a-time': 'There is no such time. Allowed: 00:00 to 23:59; without a time the whole day counts.',
    'not-a-month': 'There is no such month. A month like 2020-10 is expected.',
    'not-a-month-day': 'Not every year has this day. A day like 09-30 is expected.',
    'not-a-duration': 'A duration of whole days, weeks, months or years is expected, like P8W or P0D.',
    'duration-too-long': 'The duration may be 100 years at most.',
    'unknown-zone': 'There is no such time zone. A name like Europe/Berlin is expected.',
    'unknown-region': 'No public holidays are known for this region. A code like DE or DE-BY is expected.',
    'not-a-list': 'A list is expected here.',
    'empty-list': 'At least one entry is missing.',
    'list-too-long': (params) => `At most ${params.max}${NBSP}entries are possible.`,
    duplicate: 'This entry is in the list already.',
    'closes-before-opening': 'The deadline ends before it begins.',
  },
};

/** A fault with its English text as `detail`; pages take `deadlineFaultText` in the reader's language. */
export function faultAt(pointer: string, code: FaultCode, params: Params = {}): Fault {
  return { pointer, code, params, detail: textOf(FAULT_TEXTS, { code, params }, 'en') };
}

/** The text of a fault of this lib; undefined for codes of others. */
export function deadlineFaultText(fault: Fault, locale: Locale): string | undefined {
  if (!Object.hasOwn(FAULT_TEXTS[locale], fault.code)) return undefined;
  return textOf(FAULT_TEXTS, { code: fault.code as FaultCode, params: fault.params ?? {} }, locale);
}
