import type { Outcome } from '@app/eligibility/outcome.js';
import type { Locale } from '@app/kernel/locale.js';

/** Somebody who may apply, and why; or who follows a call that does not (yet) say so. */
export interface LetterApplicant {
  readonly name: string;
  readonly outcome: Outcome;
  /** Whole sentences: the reason with its figure. */
  readonly reason: string;
  /** Date and source of the figure in the reason. */
  readonly source?: string;
}

/** One closing of one call, in words. */
export interface LetterItem {
  readonly title: string;
  readonly url: string;
  /** The day as the call names it. */
  readonly closesOn: Temporal.PlainDate;
  /** In calendar days, 0 on the last one. */
  readonly daysLeft: number;
  /** "Freitag, 25. Juli 2014", with a time "Freitag, 29. Januar 2021, 12:00 Uhr (Wien)". */
  readonly closing: string;
  /** Sentences about the closing: stage, the whole day, effect, act, weekend. */
  readonly terms: readonly string[];
  readonly applicants: readonly LetterApplicant[];
  /** Whole sentences. */
  readonly amounts: string;
  /** "fünfmal 60.000 Euro". */
  readonly amountInBrief: string;
  readonly partners: string;
  /** The day on which this should have come; absent when it comes in time. */
  readonly lateSince?: Temporal.PlainDate;
}

/** Somebody who is away: the reader gets their letters meanwhile. */
export interface StandsInFor {
  readonly name: string;
  readonly until: Temporal.PlainDate;
}

/** What comes next to the same reader. */
export interface NextReminder {
  readonly day: Temporal.PlainDate;
  /** It is about a call that is not in this letter. */
  readonly isOfAnotherCall: boolean;
}

/** A letter as plain data; subject, text and HTML are written from it. */
export interface LetterModel {
  readonly locale: Locale;
  readonly recipientName: string;
  /** Of all applicants, each once. */
  readonly authorityNames: readonly string[];
  /** At least one; the earliest closing first. */
  readonly items: readonly LetterItem[];
  readonly nextReminder?: NextReminder;
  /** The reader gets it in place of somebody who is away. */
  readonly standsInFor?: StandsInFor;
  readonly settingsUrl: string;
  readonly stopUrl: string;
}

/** Whether everything in the letter is for those who may apply alone: the rest is in it because it is followed. */
export function areAllEligible({ items }: Pick<LetterModel, 'items'>): boolean {
  return items.every(({ applicants }) => applicants.every(({ outcome }) => outcome === 'eligible'));
}
