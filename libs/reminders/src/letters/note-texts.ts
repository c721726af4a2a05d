import type { DeadlineStep } from '@app/funding/deadline-differences.js';
import type { Locale } from '@app/kernel/locale.js';
import type { DigestFrequency } from '@app/tracking/saved-search.js';
import { noteTextsDe } from './note-texts.de.js';
import { noteTextsEn } from './note-texts.en.js';
import type { UnheardReader } from './unheard-note.js';

export type ChangeStep = DeadlineStep | 'withdrawn';

/** How many there are, told in so many letters. */
export interface NewMatches {
  readonly count: number;
  readonly part: number;
  readonly parts: number;
}

/** The words of letters that are no reminders. `names`: of authorities; days and amounts arrive in words. */
export interface NoteTexts {
  greeting(name: string): string;
  readonly from: (names: readonly string[]) => string;
  readonly changeTimes: string;
  readonly stop: string;
  readonly callTextCounts: string;
  readonly seeCall: string;
  readonly untilWhen: string;
  forWhom(name: string): string;
  readonly howMuch: string;
  readonly fits: string;
  readonly fitsNot: string;
  readonly unknownNow: string;
  readonly changes: {
    readonly steps: Readonly<Record<ChangeStep, string>>;
    subjectOfOne(step: ChangeStep, title: string, until: string | undefined): string;
    subjectOfSeveral(count: number): string;
    headingOfSeveral(count: number): string;
    opening(count: number, names: readonly string[]): string;
    stage(name: string): string;
    readonly before: string;
    readonly now: string;
    readonly gone: string;
    readonly nothingBefore: string;
    readonly reason: string;
    readonly reminders: string;
    jumped(leads: readonly number[], unit: string): string;
    why(count: number, names: readonly string[]): string;
  };
  readonly outcomes: {
    now(name: string): string;
    noLonger(name: string): string;
    subject(gained: boolean, title: string): string;
    subjectOfSeveral(count: number): string;
    heading(gained: boolean): string;
    headingOfSeveral(count: number): string;
    opening(count: number, names: readonly string[]): string;
    readonly why: string;
  };
  readonly corrections: {
    subject(title: string): string;
    subjectOfSeveral(count: number): string;
    heading: string;
    opening(names: readonly string[]): string;
    lead(name: string): string;
    readonly why: string;
  };
  readonly matches: {
    subject(told: NewMatches & { readonly name: string; readonly isProfile: boolean }): string;
    heading(count: number): string;
    /** `profile`: the authority that they fit, if they are no search's. */
    opening(told: NewMatches & { readonly profile: string | undefined; readonly search: string }): string;
    more(count: number): string;
    until(day: string): string;
    readonly why: Readonly<Record<'search' | 'profile', (frequency: DigestFrequency) => string>>;
    readonly changeSearch: string;
    readonly stop: string;
  };
  readonly unheard: {
    /** `left`: "noch 6 Tage". */
    subject(left: string, title: string): string;
    subjectOfSeveral(count: number): string;
    heading(count: number): string;
    opening(count: number, names: readonly string[]): string;
    whatToDo(count: number): string;
    readonly why: Readonly<Record<UnheardReader, (names: readonly string[]) => string>>;
    readonly once: string;
  };
  readonly test: { readonly subject: string; readonly heading: string; opening: string; readonly why: string };
  readonly verify: {
    readonly subject: string;
    readonly heading: string;
    readonly opening: string;
    readonly action: string;
    readonly why: string;
  };
  readonly feed: {
    subject(name: string): string;
    readonly heading: string;
    opening: string;
    readonly reason: string;
    /** A program (empty: none that we know by name) that came daily; `day` in words. */
    silent(program: string, day: string): string;
    readonly reasons: Readonly<Record<string, string>>;
    readonly action: string;
    readonly why: string;
  };
}

export const NOTE_TEXTS: Readonly<Record<Locale, NoteTexts>> = { de: noteTextsDe, en: noteTextsEn };
