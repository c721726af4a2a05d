import { closingsBetween } from '@app/deadlines/closings.js';
import { dayBefore } from '@app/deadlines/relative.js';
import type { CallDeadline } from '@app/funding/call-deadline.js';
import type { ClosingMark } from '@app/funding/closing-marks.js';
import { dayAt } from '@app/kernel/clock.js';

/** Yearly closings are shown of this year and the next. */
const YEARS_AHEAD = 1;
const FAR_AHEAD_YEARS = 20;

/** Number, sequence and last change of an entry. */
type Term = Pick<ClosingMark, 'n' | 'sequence' | 'changedAt'>;

/** One closing date of a deadline, there or dropped. */
export interface DatedClosing extends Term {
  readonly deadline: CallDeadline;
  readonly day: Temporal.PlainDate;
  readonly time?: string;
  /** Of a yearly one. */
  readonly year?: number;
  readonly isDropped: boolean;
}

/** From which day on closings are shown, and what day it is. */
export interface Window {
  readonly from: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}

/**
 * Every closing date of a deadline within the window, those too that were dropped after its beginning. `anchor`: the deadline that relative ones are
 * reckoned from; each of its closings makes one, which moves with it.
 */
export function closingsOfDeadline(deadline: CallDeadline, anchor: CallDeadline | undefined, window: Window): DatedClosing[] {
  const present = deadline.removedAt ? [] : closingsUnder(deadline, anchor, termsOf(deadline, anchor), window);
  return [...present, ...droppedClosings(deadline, anchor, window)];
}

function closingsUnder(
  deadline: CallDeadline,
  anchor: CallDeadline | undefined,
  terms: readonly Term[],
  { from, today }: Window,
): DatedClosing[] {
  const isYearly = [deadline, anchor].some((one) => one?.schedule.kind === 'yearly' && (one === deadline || isRelative(deadline)));
  const lastYear = today.year + YEARS_AHEAD;
  const until = isYearly ? new Temporal.PlainDate(lastYear, 12, 31) : today.add({ years: FAR_AHEAD_YEARS });
  return closingsBetween(deadline, from, until, { applicationDeadline: anchor }).flatMap(({ n, year, day, moment }) => {
    const term = terms[n - 1];
    return term && (year === undefined || year <= lastYear)
      ? [{ ...termOf(term), deadline, day, time: moment.time, year, isDropped: false }]
      : [];
  });
}

/** In the order of the closings that the schedule lists. */
function termsOf(deadline: CallDeadline, anchor: CallDeadline | undefined): Term[] {
  const own = activeMarks(deadline);
  if (!isRelative(deadline)) return own;
  return anchor && own[0] ? activeMarks(anchor).map((mark) => joined(own[0]!, mark)) : [];
}

/** Closings that vanished: their own, and those of the deadline that they were reckoned from. */
function droppedClosings(deadline: CallDeadline, anchor: CallDeadline | undefined, window: Window): DatedClosing[] {
  const recent = cancelledMarks(deadline, window);
  const { schedule } = deadline;
  const ofAnchor = schedule.kind === 'relative' && anchor && !deadline.removedAt ? cancelledMarks(anchor, window) : [];
  const own = activeMarks(deadline)[0];
  return [
    ...recent.flatMap((mark) => daysOfDropped(mark, deadline, anchor, window)),
    ...ofAnchor.flatMap((mark): DatedClosing[] => {
      if (!own || schedule.kind !== 'relative' || !isDated(mark)) return [];
      const moment = dayBefore(Temporal.PlainDate.from(mark.moment.slice(0, 10)), schedule.duration);
      return [{ ...joined(own, mark), deadline, day: Temporal.PlainDate.from(moment.date), isDropped: true }];
    }),
  ];
}

/** A day, the same day of each year, or as many as the anchor has. Of repeated ones those that were past by then stay as they were. */
function daysOfDropped(mark: ClosingMark, deadline: CallDeadline, anchor: CallDeadline | undefined, window: Window): DatedClosing[] {
  const [date, time] = mark.moment.split('T') as [string, string | undefined];
  const since = dayAt(Temporal.Instant.from(mark.cancelledAt!), deadline.zone);
  if (isDated(mark)) return [{ ...termOf(mark), deadline, day: Temporal.PlainDate.from(date), time, isDropped: true }];
  const yearly = { kind: 'yearly', closes: [{ monthDay: date, time }] } as const;
  const isReckoned = isRelative(deadline);
  const repeated = isReckoned ? deadline : { ...deadline, schedule: yearly };
  const terms = isReckoned ? activeMarks(anchor).map((of) => joined(mark, of)) : [mark];
  return closingsUnder(repeated, anchor, terms, window).map((closing) => ({
    ...closing,
    isDropped: Temporal.PlainDate.compare(closing.day, since) >= 0,
  }));
}

function activeMarks(deadline: CallDeadline | undefined): ClosingMark[] {
  return deadline?.marks.filter((mark) => !mark.cancelledAt) ?? [];
}

function cancelledMarks({ marks, zone }: CallDeadline, { from }: Window): ClosingMark[] {
  const isRecent = (at: string) => Temporal.PlainDate.compare(dayAt(Temporal.Instant.from(at), zone), from) >= 0;
  return marks.filter(({ cancelledAt }) => cancelledAt !== undefined && isRecent(cancelledAt));
}

/** The entry of a reckoned day changes with either. */
function joined(own: Term, of: Term): Term {
  const changes = [own.changedAt, of.changedAt].map((text) => Temporal.Instant.from(text)).sort(Temporal.Instant.compare);
  return { n: of.n, sequence: own.sequence + of.sequence, changedAt: changes[1]!.toString() };
}

function termOf({ n, sequence, changedAt }: Term): Term {
  return { n, sequence, changedAt };
}

function isRelative({ schedule }: CallDeadline): boolean {
  return schedule.kind === 'relative';
}

function isDated({ moment }: ClosingMark): boolean {
  return /^\d{4}-/.test(moment);
}
