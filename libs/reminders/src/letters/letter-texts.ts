import type { Outcome } from '@app/eligibility/outcome.js';
import type { PartnerRole } from '@app/funding/partner.js';
import type { Locale } from '@app/kernel/locale.js';
import type { NextReminder } from './letter-model.js';
import { letterTextsDe } from './letter-texts.de.js';
import { letterTextsEn } from './letter-texts.en.js';

/** The words of a letter, as people write them. Amounts and days arrive in words already, `count` as a number. */
export interface LetterTexts {
  subjectOfOne(daysLeft: number, title: string, day: Temporal.PlainDate): string;
  subjectOfSeveral(count: number, names: readonly string[], day: Temporal.PlainDate): string;
  daysLeft(days: number): string;
  headingOfSeveral(count: number): string;
  greeting(name: string): string;
  opening(count: number, names: readonly string[]): string;
  preview(names: readonly string[], what: string, closing: string): string;
  late(day: Temporal.PlainDate): string;
  readonly untilWhen: string;
  forWhom(name: string): string;
  readonly howMuch: string;
  readonly whoFunds: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  stage(name: string): string;
  wholeDay(city: string): string;
  onlyFor(who: string): string;
  readonly whileFundsLast: string;
  source(day: Temporal.PlainDate, source: string): string;
  readonly seeCall: string;
  next(reminder: NextReminder): string;
  from(names: readonly string[]): string;
  why(count: number, names: readonly string[]): string;
  /** Where something in the letter is followed and does not say that they may apply. */
  whyFollowed(count: number, names: readonly string[]): string;
  /** What goes on after the greeting, for whoever stands in for somebody of this name. */
  inSteadOf(name: string, opening: string): string;
  whyInStead(name: string, until: Temporal.PlainDate): string;
  readonly changeTimes: string;
  readonly stop: string;
  readonly callTextCounts: string;
  readonly award: AwardTexts;
  /** What stands before the names of those with a role. */
  readonly partners: Readonly<Record<PartnerRole, string>>;
  readonly funderNotStated: string;
}

export interface AwardTexts {
  grants(count: number): string;
  slots(slots: readonly { count: number; kind: string }[]): string;
  ownShare(rate: string): string;
  total(amount: string): string;
  threshold(amount: string): string;
  instalments(count: number, amount: string): string;
  unequalInstalments(amounts: readonly string[]): string;
  readonly notStated: string;
}

export const LETTER_TEXTS: Readonly<Record<Locale, LetterTexts>> = { de: letterTextsDe, en: letterTextsEn };
