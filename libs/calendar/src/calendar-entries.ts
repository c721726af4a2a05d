import type { AuthorityView } from '@app/authorities/authority-view.js';
import { closingsBetween } from '@app/deadlines/closings.js';
import type { Deadline } from '@app/deadlines/deadline.js';
import { evaluateDeadline } from '@app/deadlines/evaluate-deadline.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { CallDeadline } from '@app/funding/call-deadline.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { presentDeadlines } from '@app/funding/call-record.js';
import { applicationDeadlineOf } from '@app/funding/call-status.js';
import type { ClosingMark } from '@app/funding/closing-marks.js';
import type { CalendarEntry } from '@app/ical/calendar.js';
import { dayAt } from '@app/kernel/clock.js';
import type { Locale } from '@app/kernel/locale.js';
import { type Cancelled, descriptionText, summaryText } from './entry-texts.js';

/** Past closings stay this long, and so do cancelled ones (Google drops them, others strike them through). */
const DAYS_BACK = 90;
/** Yearly closings are shown of this year and the next. */
const YEARS_AHEAD = 1;
const FAR_AHEAD_YEARS = 20;

export interface FeedReader {
  readonly locale: Locale;
  readonly zone: string;
  /** Fixed at the first set-up: part of every UID. */
  readonly domain: string;
  readonly baseUrl: string;
  readonly authority?: AuthorityView;
  /** The sets of territories as of today. */
  readonly named: NamedTerritories;
  readonly applies: (deadline: CallDeadline) => boolean;
}

interface Closing {
  readonly deadline: CallDeadline;
  readonly mark: ClosingMark;
  readonly day: Temporal.PlainDate;
  readonly time?: string;
  readonly year?: number;
  readonly cancelled: Cancelled;
}

/** The entries of one call, one for each closing date (contract §4, pitfalls "Calendar"). A withdrawn call's stay as cancelled for a while. */
export function entriesOfCall(call: CallRecord, reader: FeedReader, now: Temporal.Instant): CalendarEntry[] {
  const today = dayAt(now, reader.zone);
  const from = today.subtract({ days: DAYS_BACK });
  if (call.withdrawnAt && dayAt(call.withdrawnAt, reader.zone).until(today).days > DAYS_BACK) return [];
  return call.deadlines
    .filter(reader.applies)
    .flatMap((deadline) => [...presentClosings(call, deadline, from, today), ...droppedClosings(deadline, from)])
    .map((closing) => toEntry(call, closing, reader, now));
}

function presentClosings(call: CallRecord, deadline: CallDeadline, from: Temporal.PlainDate, today: Temporal.PlainDate): Closing[] {
  if (deadline.removedAt) return [];
  const until =
    deadline.schedule.kind === 'yearly' ? new Temporal.PlainDate(today.year + YEARS_AHEAD, 12, 31) : today.add({ years: FAR_AHEAD_YEARS });
  const anchors = { applicationDeadline: applicationDeadlineOf(presentDeadlines(call)) as Deadline | undefined };
  const active = deadline.marks.filter((mark) => !mark.cancelledAt);
  return closingsBetween(deadline, from, until, anchors).flatMap((closing): Closing[] => {
    const mark = active[closing.n - 1];
    if (!mark) return [];
    const day = Temporal.PlainDate.from(closing.moment.date);
    return [
      {
        deadline,
        mark,
        day,
        time: closing.moment.time,
        year: closing.year,
        cancelled: call.state === 'withdrawn' ? 'withdrawn' : undefined,
      },
    ];
  });
}

/** Closings that vanished from their deadline: dated ones only, for 90 days. */
function droppedClosings(deadline: CallDeadline, from: Temporal.PlainDate): Closing[] {
  return deadline.marks.flatMap((mark): Closing[] => {
    const [date, time] = mark.moment.split('T') as [string, string | undefined];
    if (!mark.cancelledAt || !/^\d{4}-/.test(date)) return [];
    const since = dayAt(Temporal.Instant.from(mark.cancelledAt), deadline.zone);
    if (Temporal.PlainDate.compare(since, from) < 0) return [];
    return [{ deadline, mark, day: Temporal.PlainDate.from(date), time, cancelled: 'dropped' }];
  });
}

function toEntry(call: CallRecord, closing: Closing, reader: FeedReader, now: Temporal.Instant): CalendarEntry {
  const { deadline, mark, cancelled } = closing;
  const number = closing.year === undefined ? `${mark.n}` : `${closing.year}-${mark.n}`;
  const url = `${reader.baseUrl}/calls/${call.id}`;
  const changes = [Temporal.Instant.from(mark.changedAt), call.contentChangedAt, ...(call.withdrawnAt ? [call.withdrawnAt] : [])];
  return {
    uid: `${deadline.id}-${number}@${reader.domain}`,
    start: closing.day,
    summary: summaryText(call, deadline, closing.time, cancelled, reader),
    description: descriptionText(call, deadline, cancelled ? undefined : stateOn(closing, now), {
      locale: reader.locale,
      authority: reader.authority,
      named: reader.named,
      day: closing.day,
      url,
      reason: cancelled === 'withdrawn' ? call.withdrawalReason : undefined,
    }),
    url,
    categories: call.program.topics,
    status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    sequence: mark.sequence + (call.withdrawnAt ? 1 : 0),
    changedAt: changes.reduce((latest, change) => (Temporal.Instant.compare(change, latest) > 0 ? change : latest)),
    createdAt: call.publishedAt ?? call.createdAt,
  };
}

/** The state as on the closing day itself, so that the text does not change from day to day. */
function stateOn({ deadline, day }: Closing, now: Temporal.Instant) {
  const morning = day.toZonedDateTime({ timeZone: deadline.zone }).toInstant();
  return evaluateDeadline(deadline, morning ?? now);
}
