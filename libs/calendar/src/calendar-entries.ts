import type { AuthorityView } from '@app/authorities/authority-view.js';
import { evaluateDeadline } from '@app/deadlines/evaluate-deadline.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import type { CallDeadline } from '@app/funding/call-deadline.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { presentDeadlines } from '@app/funding/call-record.js';
import { applicationDeadlineOf } from '@app/funding/call-status.js';
import type { CalendarEntry, Timed } from '@app/ical/calendar.js';
import { dayAt } from '@app/kernel/clock.js';
import { latest } from '@app/kernel/latest.js';
import type { Locale } from '@app/kernel/locale.js';
import { closingsOfDeadline, type DatedClosing } from './closings-of-deadline.js';
import { type Cancelled, descriptionText, summaryText } from './entry-texts.js';
import type { ShownCall } from './feed-calls.query.js';
import type { FeedOptions } from './feed-options.js';
import { DAYS_SHOWN } from './feed-window.js';

/** A timed entry ends at the closing: long enough to be seen in the view of a day. */
const TIMED_MINUTES = 30;

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
  readonly options: FeedOptions;
}

/** How a feed stands to a call. */
export interface Presence {
  /** Said where it is not simply `eligible`. */
  readonly outcome?: Outcome;
  /** Absent: nobody remembers what was shown before. */
  readonly shown?: ShownCall;
}

interface Closing extends DatedClosing {
  readonly cancelled: Cancelled;
}

/**
 * The entries of one call, one for each closing date (contract §4, pitfalls "Calendar"). A withdrawn call's stay as cancelled for a while;
 * so do those ahead of a call that has left the feed, while what was past by then stays as it was.
 */
export function entriesOfCall(call: CallRecord, reader: FeedReader, now: Temporal.Instant, presence: Presence = {}): CalendarEntry[] {
  const today = dayAt(now, reader.zone);
  const from = today.subtract({ days: DAYS_SHOWN });
  const goneOn = presence.shown?.goneAt ? dayAt(presence.shown.goneAt, reader.zone) : undefined;
  const leftOn = goneOn ?? (call.withdrawnAt ? dayAt(call.withdrawnAt, reader.zone) : undefined);
  if (leftOn && leftOn.until(today).days > DAYS_SHOWN) return [];
  const { stages } = reader.options;
  const anchor = applicationDeadlineOf(presentDeadlines(call));
  return call.deadlines
    .filter((deadline) => reader.applies(deadline) && (!stages || stages.includes(deadline.stage)))
    .flatMap((deadline) => closingsOfDeadline(deadline, anchor, { from, today }))
    .map((closing) => toEntry(call, { ...closing, cancelled: cancelledBy(closing, call, goneOn) }, reader, now, presence));
}

function cancelledBy({ isDropped, day }: DatedClosing, { state }: CallRecord, goneOn: Temporal.PlainDate | undefined): Cancelled {
  if (isDropped) return 'dropped';
  if (state === 'withdrawn') return 'withdrawn';
  return goneOn !== undefined && Temporal.PlainDate.compare(day, goneOn) >= 0 ? 'gone' : undefined;
}

function toEntry(call: CallRecord, closing: Closing, reader: FeedReader, now: Temporal.Instant, presence: Presence): CalendarEntry {
  const { deadline, n, cancelled } = closing;
  const { outcome, shown } = presence;
  const number = closing.year === undefined ? `${n}` : `${closing.year}-${n}`;
  const url = `${reader.baseUrl}/calls/${call.id}`;
  const span = spanOf(closing, reader);
  const { alarmDays } = reader.options;
  return {
    uid: `${deadline.id}-${number}@${reader.domain}`,
    ...span,
    summary: summaryText(call, deadline, { time: span.end ? undefined : closing.time, cancelled, outcome }, reader),
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
    sequence: closing.sequence + (call.withdrawnAt ? 1 : 0) + (shown?.turns ?? 0),
    changedAt: latest([Temporal.Instant.from(closing.changedAt), call.contentChangedAt, call.withdrawnAt, shown?.turnedAt]),
    createdAt: call.publishedAt ?? call.createdAt,
    ...(alarmDays !== undefined && !cancelled && { alarm: Temporal.Duration.from({ days: alarmDays }) }),
  };
}

function spanOf({ deadline, day, time }: Closing, { options }: FeedReader): { start: Temporal.PlainDate; end?: undefined } | Timed {
  if (!options.timed || time === undefined) return { start: day };
  const end = day.toZonedDateTime({ timeZone: deadline.zone, plainTime: time }).toInstant();
  return { start: end.subtract({ minutes: TIMED_MINUTES }), end };
}

/** The state as on the closing day itself, so that the text does not change from day to day. */
function stateOn({ deadline, day }: Closing, now: Temporal.Instant) {
  const morning = day.toZonedDateTime({ timeZone: deadline.zone }).toInstant();
  return evaluateDeadline(deadline, morning ?? now);
}
