import type { Effect, ScheduleKind, Status } from '@app/deadlines/deadline.js';
import type { Day } from './day.js';

/** A deadline as pages show it: what was agreed and what the clock makes of it. Made by `deadlineView`. */
export interface DeadlineView {
  /** "application", "outline", …: an open vocabulary. */
  stage: string;
  kind: ScheduleKind;
  status: Status;
  effect: Effect;
  /** For lists where there is no closing day: "laufend", "Oktober 2020", "Frist noch offen". */
  short: string;
  /** In running text: "bis Freitag, 25. Juli 2014, der ganze Tag zählt (Berlin)"; begins small, has no full stop. */
  sentence: string;
  /** What else there is to say, whole sentences: for whom alone, from when it is too late, weekends and holidays, what counts, how to submit. */
  notes: readonly string[];
  /** The closing day that counts now (weekend rule applied); the last one when closed. */
  closesOn?: Day;
  /** "12:00"; absent when the whole day counts. */
  time?: string;
  /** Calendar days to the closing day: 0 on the last; absent when closed or without a closing day. */
  daysLeft?: number;
  /** The day from which applications are accepted, where there is one. */
  opensOn?: Day;
  untilExhausted?: boolean;
  exhausted?: boolean;
  channel?: string;
}
