import { tagName } from '@app/eligibility/tag-names.js';
import type { Award } from '@app/funding/award.js';
import type { Locale } from '@app/kernel/locale.js';
import { formatRate, type Money, toCents, writeMoney } from '@app/kernel/money.js';
import { LETTER_TEXTS } from './letter-texts.js';

/** How much there is, as a letter writes it: "fünfmal 60.000 Euro, davon drei für Städte und Gemeinden … . Zwei Raten zu 30.000 Euro." */
export function awardWords(award: Award, locale: Locale): string {
  const texts = LETTER_TEXTS[locale].award;
  const parts = [...grants(award, locale), ...range(award, locale), ...rates(award, locale), ...totals(award, locale)];
  const first = parts.length > 0 ? parts.join(', ') : texts.notStated;
  return [`${first}.`, ...instalments(award.instalments ?? [], locale)].join(' ');
}

/** The shortest form, for the line that mailboxes show beside the subject. */
export function awardInBrief(award: Award, locale: Locale): string {
  const parts = [...grants({ ...award, slots: [] }, locale), ...range(award, locale), ...rates(award, locale), ...totals(award, locale)];
  return parts[0] ?? LETTER_TEXTS[locale].award.notStated;
}

function grants({ count, amountEach, slots = [] }: Award, locale: Locale): string[] {
  const texts = LETTER_TEXTS[locale].award;
  const places = slots.map(({ applicantType, count: places }) => ({ count: places, kind: tagName(applicantType, locale, true) }));
  const number = count ?? (places.length > 0 ? places.reduce((sum, slot) => sum + slot.count, 0) : undefined);
  const amount = amountEach && writeMoney(amountEach, locale);
  const words: string[] = [];
  if (number !== undefined) words.push(amount && number > 1 ? texts.times(number, amount) : texts.grants(number));
  if (amount && (number === undefined || number <= 1)) words.push(texts.each(amount));
  return places.length > 0 ? [...words, texts.slots(places)] : words;
}

function range({ minAmount, maxAmount }: Award, locale: Locale): string[] {
  const texts = LETTER_TEXTS[locale].award;
  if (minAmount && maxAmount) return [texts.between(writeMoney(minAmount, locale), writeMoney(maxAmount, locale))];
  if (maxAmount) return [texts.upTo(writeMoney(maxAmount, locale))];
  return minAmount ? [texts.from(writeMoney(minAmount, locale))] : [];
}

function rates({ fundingRate, fundingRateFinanciallyWeak, ownShare }: Award, locale: Locale): string[] {
  const texts = LETTER_TEXTS[locale].award;
  const words: string[] = [];
  if (fundingRate !== undefined) words.push(texts.rate(formatRate(fundingRate, locale)));
  if (fundingRateFinanciallyWeak !== undefined) words.push(texts.rateIfWeak(formatRate(fundingRateFinanciallyWeak, locale)));
  if (ownShare !== undefined) words.push(texts.ownShare(formatRate(ownShare, locale)));
  return words;
}

function totals({ totalBudget, minimumGrantThreshold }: Award, locale: Locale): string[] {
  const texts = LETTER_TEXTS[locale].award;
  const words: string[] = [];
  if (totalBudget) words.push(texts.total(writeMoney(totalBudget, locale)));
  if (minimumGrantThreshold) words.push(texts.threshold(writeMoney(minimumGrantThreshold, locale)));
  return words;
}

function instalments(amounts: readonly Money[], locale: Locale): string[] {
  const texts = LETTER_TEXTS[locale].award;
  const [first] = amounts;
  if (!first || amounts.length < 2) return [];
  const isEqual = amounts.every((money) => toCents(money) === toCents(first) && money.currency === first.currency);
  if (isEqual) return [texts.instalments(amounts.length, writeMoney(first, locale))];
  return [texts.unequalInstalments(amounts.map((money) => writeMoney(money, locale)))];
}
