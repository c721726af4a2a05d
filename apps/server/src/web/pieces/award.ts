import { tagName } from '@app/eligibility/tag-names.js';
import type { Award } from '@app/funding/award.js';
import { awardInWords } from '@app/funding/award-words.js';
import { formatMoney, formatRate, isMoney, type Money, times, toCents } from '@app/kernel/money.js';
import { capital } from '../texts/capital.js';
import type { Texts } from '../texts/texts.js';

/** The award of a call, as contract §5 has it. */
export type AwardView = Award;

function amount(t: Texts, a: AwardView): string | undefined {
  const money = (value: Money) => formatMoney(value, t.locale);
  if (a.amountEach) return money(a.amountEach);
  if (a.minAmount && a.maxAmount) return t.award.between(money(a.minAmount), money(a.maxAmount));
  if (a.maxAmount) return t.award.upTo(money(a.maxAmount));
  return a.minAmount ? t.award.from(money(a.minAmount)) : undefined;
}

function rates(t: Texts, a: AwardView): string | undefined {
  if (a.fundingRate === undefined) return undefined;
  const weak = a.fundingRateFinanciallyWeak;
  const rate = formatRate(a.fundingRate, t.locale);
  return weak === undefined ? t.award.ofExpenditure(rate) : `${rate}, ${t.award.ifWeak(formatRate(weak, t.locale))}`;
}

/** For lists: the figure that matters most, and one more. Undefined when the call names no money at all. */
export function awardBrief(t: Texts, a: AwardView): { first: string; more?: string } | undefined {
  const figure = amount(t, a);
  if (figure) return { first: figure, more: rates(t, a) ?? (a.ownShare === undefined ? undefined : ownShare(t, a.ownShare)) };
  if (a.fundingRate !== undefined) {
    const weak = a.fundingRateFinanciallyWeak;
    return {
      first: t.award.ofExpenditure(formatRate(a.fundingRate, t.locale)),
      more: weak === undefined ? undefined : t.award.ifWeak(formatRate(weak, t.locale)),
    };
  }
  return a.totalBudget && { first: t.award.inTotal(formatMoney(a.totalBudget, t.locale)) };
}

const ownShare = (t: Texts, rate: number) => t.award.ownShareOf(formatRate(rate, t.locale));

/** In running text: "fünfmal 60.000 €", "bis 25.000 €, Eigenanteil 25 %", "Betrag nicht angegeben". */
export function awardInText(t: Texts, a: AwardView): string {
  const words = awardInWords(a, t.locale, formatMoney);
  const own = a.ownShare === undefined ? undefined : ownShare(t, a.ownShare);
  return [words ?? (own ? undefined : t.award.notStated), own].filter(Boolean).join(', ');
}

/** Rows of the money table: the places by kind where there are some, then every figure that the call names. */
export function awardRows(t: Texts, a: AwardView): { label: string; value: string }[] {
  const money = (value: Money) => formatMoney(value, t.locale);
  const slots = a.slots ?? [];
  const rows = slots.map((slot) => ({
    label: capital(tagName(slot.applicantType, t.locale, true), t.locale),
    value: a.amountEach ? `${slot.count} × ${money(a.amountEach)}` : String(slot.count),
  }));
  const places = slots.reduce((sum, slot) => sum + slot.count, 0);
  if (places > 0 && a.amountEach) rows.push({ label: t.award.rows.together, value: money(times(a.amountEach, places)) });
  for (const [key, label] of Object.entries(t.award.rows)) {
    const value = a[key as keyof AwardView];
    if (places > 0 && (key === 'count' || key === 'amountEach')) continue;
    if (isMoney(value)) rows.push({ label, value: money(value) });
    else if (typeof value === 'number') rows.push({ label, value: key === 'count' ? String(value) : formatRate(value, t.locale) });
  }
  return rows;
}

/** "Ausgezahlt in zwei Raten zu 30.000 €." */
export function instalmentsInWords(t: Texts, instalments: readonly Money[]): string {
  const equal = instalments.every((money) => toCents(money) === toCents(instalments[0]!));
  if (equal) return t.award.instalments(instalments.length, formatMoney(instalments[0]!, t.locale));
  return t.award.instalmentsList(instalments.map((money) => formatMoney(money, t.locale)).join(', '));
}
