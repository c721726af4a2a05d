import { tagName } from '@app/eligibility/tag-names.js';
import type { Award } from '@app/funding/award.js';
import { awardInWords } from '@app/funding/award-words.js';
import type { Locale } from '@app/kernel/locale.js';
import { formatRate, type Money, toCents, writeMoney } from '@app/kernel/money.js';
import { LETTER_TEXTS } from './letter-texts.js';

/** All that the call says of the money: "fünfmal 60.000 Euro, davon drei für Städte und Gemeinden und … . Zwei Raten zu 30.000 Euro." */
export function awardSentences(award: Award, locale: Locale): string {
  const main = awardInWords(award, locale);
  const parts = [main, ...grants(award, locale), ...conditions(award, locale)].filter((part) => part !== undefined);
  const first = parts.length > 0 ? parts.join(', ') : LETTER_TEXTS[locale].award.notStated;
  return [`${first}.`, ...instalments(award.instalments ?? [], locale)].join(' ');
}

/** The shortest form, for the line that mailboxes show beside the subject. */
export function awardInBrief(award: Award, locale: Locale): string {
  return awardInWords(award, locale) ?? LETTER_TEXTS[locale].award.notStated;
}

function grants({ count, amountEach, slots = [] }: Award, locale: Locale): string[] {
  const texts = LETTER_TEXTS[locale].award;
  const number = count !== undefined && !amountEach ? [texts.grants(count)] : [];
  const places = slots.map((slot) => ({ count: slot.count, kind: tagName(slot.applicantType, locale, true) }));
  return places.length > 0 ? [...number, texts.slots(places)] : number;
}

function conditions(award: Award, locale: Locale): string[] {
  const texts = LETTER_TEXTS[locale].award;
  const { ownShare, totalBudget, minimumGrantThreshold } = award;
  const isMain = awardInWords({ ...award, totalBudget: undefined }, locale) === undefined;
  const words: string[] = [];
  if (ownShare !== undefined) words.push(texts.ownShare(formatRate(ownShare, locale)));
  if (totalBudget && !isMain) words.push(texts.total(writeMoney(totalBudget, locale)));
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
