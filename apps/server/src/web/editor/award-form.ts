import type { Award } from '@app/funding/award.js';
import type { Locale } from '@app/kernel/locale.js';
import { type Body, type FaultBook, rowsOf, textOf } from './form-reading.js';
import { readMoney, readRate, readWhole } from './read-entries.js';
import { moneyEntry, rateEntry, wholeEntry } from './write-entries.js';

const AMOUNTS = ['amountEach', 'minAmount', 'maxAmount', 'totalBudget', 'minimumGrantThreshold'] as const;
const RATES = ['fundingRate', 'fundingRateFinanciallyWeak', 'ownShare'] as const;
export type AmountField = (typeof AMOUNTS)[number];
export type RateField = (typeof RATES)[number];

/**
 * How much, as entered. Fields: `award.count`, `award.<amount>` (euros), `award.<rate>` (per cent), `award.instalments` (amounts separated by
 * semicolons), `award.slots.N.applicantType`, `award.slots.N.count`.
 */
export interface AwardForm extends Record<AmountField | RateField, string> {
  count: string;
  instalments: string;
  slots: readonly SlotForm[];
}
export interface SlotForm {
  applicantType: string;
  count: string;
}

export const EMPTY_SLOT: SlotForm = { applicantType: 'municipality', count: '' };

export function readAward(body: Body): AwardForm {
  const entries = Object.fromEntries([...AMOUNTS, ...RATES].map((key) => [key, textOf(body, `award.${key}`)])) as Record<
    AmountField | RateField,
    string
  >;
  const slots = rowsOf(body, 'award.slots').map((row) => ({
    applicantType: textOf(body, `${row}.applicantType`),
    count: textOf(body, `${row}.count`),
  }));
  return { ...entries, count: textOf(body, 'award.count'), instalments: textOf(body, 'award.instalments'), slots };
}

const stated = <Value>(value: Value | undefined, key: string) => (value === undefined ? [] : [[key, value] as const]);

/** Kinds with a number of places; a row without a number is not there. */
function slotsOf(book: FaultBook, slots: readonly SlotForm[]): Award['slots'] {
  const read = slots.flatMap(({ applicantType, count }, at) => {
    const places = readWhole(book, `award.slots.${at}.count`, count);
    return places === undefined || applicantType === '' ? [] : [{ applicantType, count: places }];
  });
  return read.length > 0 ? read : undefined;
}

export function awardToJson(book: FaultBook, form: AwardForm): Award {
  const instalments = form.instalments
    .split(/[;\n]+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .flatMap((text) => readMoney(book, 'award.instalments', text) ?? []);
  return Object.fromEntries([
    ...stated(readWhole(book, 'award.count', form.count), 'count'),
    ...AMOUNTS.flatMap((key) => stated(readMoney(book, `award.${key}`, form[key]), key)),
    ...RATES.flatMap((key) => stated(readRate(book, `award.${key}`, form[key]), key)),
    ...stated(slotsOf(book, form.slots), 'slots'),
    ...stated(instalments.length > 0 ? instalments : undefined, 'instalments'),
  ]) as Award;
}

export function awardFromJson(award: Award, locale: Locale): AwardForm {
  const amounts = Object.fromEntries(AMOUNTS.map((key) => [key, moneyEntry(award[key], locale)])) as Record<AmountField, string>;
  const rates = Object.fromEntries(RATES.map((key) => [key, rateEntry(award[key], locale)])) as Record<RateField, string>;
  return {
    ...amounts,
    ...rates,
    count: wholeEntry(award.count, locale),
    instalments: (award.instalments ?? []).map((money) => moneyEntry(money, locale)).join('; '),
    slots: (award.slots ?? []).map(({ applicantType, count }) => ({ applicantType, count: wholeEntry(count, locale) })),
  };
}
