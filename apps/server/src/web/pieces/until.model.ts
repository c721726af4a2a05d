import type { Day } from './day.js';

export type DeadlineStatus = 'upcoming' | 'open' | 'closed' | 'undated';
export type ScheduleKind = 'fixed' | 'cut_offs' | 'yearly' | 'rolling' | 'relative' | 'month' | 'opening' | 'unannounced';

/** A deadline as pages show it: what was agreed and what the clock makes of it. */
export interface DeadlineView {
  /** "application", "outline", …: an open vocabulary. */
  stage: string;
  kind: ScheduleKind;
  status: DeadlineStatus;
  /** IANA name. */
  zone: string;
  effect: 'excludes' | 'soft';
  /** The closing day that counts now: the next one, after the last the last; with a weekend rule the shifted one. */
  closesOn?: Day;
  /** "12:00"; absent when the whole day counts. */
  time?: string;
  /** Calendar days to the closing day: 0 on the last; absent when closed or without a closing day. */
  daysLeft?: number;
  /** The day from which applications are accepted, where there is one. */
  opensOn?: Day;
  /** "2020-10" where only the month is known. */
  month?: string;
  /** `relative` only: what it is reckoned from, and how long before ("P8W"). */
  before?: string;
  duration?: string;
  untilExhausted?: boolean;
  exhausted?: boolean;
  act?: string;
  channel?: string;
  /** The agreed day where the weekend rule moved it. */
  shiftedFrom?: Day;
  /** The next working day where the closing day is none and nothing moves it. */
  nextWorkingDay?: Day;
  /** Closings after `closesOn` (cut_offs). */
  further?: readonly { date: Day; time?: string }[];
  /** For whom it counts where `appliesTo` is set, in words. */
  appliesTo?: string;
}
