import { type CallRecord, titleOf } from '@app/funding/call-record.js';
import type { CalendarEntry } from '@app/ical/calendar.js';
import { dayAt } from '@app/kernel/clock.js';
import { latest } from '@app/kernel/latest.js';
import { inLocale } from '@app/kernel/locale.js';
import type { Milestone } from '@app/tracking/milestone.js';
import type { FeedReader, Presence } from './calendar-entries.js';
import { MILESTONES } from './feed-options.js';
import { DAYS_SHOWN } from './feed-window.js';

const TEXTS = {
  de: {
    milestone: 'Meilenstein',
    done: 'Erledigt',
    removed: 'Entfällt',
    withdrawn: 'Zurückgezogen',
    gone: 'Nicht mehr in diesem Kalender',
    own: 'Ein Tag, den sich Ihre Kommune gesetzt hat, keine Frist des Fördergebers.',
  },
  en: {
    milestone: 'Milestone',
    done: 'Done',
    removed: 'Dropped',
    withdrawn: 'Withdrawn',
    gone: 'No longer in this calendar',
    own: 'A day that your authority has set itself, no deadline of the funder.',
  },
} as const;

type Shown = { readonly call: CallRecord } & Presence;
type Cancelled = 'removed' | 'withdrawn' | 'gone' | undefined;

/** The days that an authority has set itself on the way to applications, of the calls of a feed; what was removed stays as cancelled for a while. */
export function milestoneEntries(
  milestones: readonly Milestone[],
  calls: readonly Shown[],
  reader: FeedReader,
  now: Temporal.Instant,
): CalendarEntry[] {
  const { stages } = reader.options;
  if (stages && !stages.includes(MILESTONES)) return [];
  const byCall = new Map(calls.map((shown) => [shown.call.id, shown]));
  const from = dayAt(now, reader.zone).subtract({ days: DAYS_SHOWN });
  const isRecent = (at: Temporal.Instant) => Temporal.PlainDate.compare(dayAt(at, reader.zone), from) >= 0;
  return milestones.flatMap((milestone) => {
    const shown = byCall.get(milestone.callId);
    const ends = [milestone.removedAt, shown?.call.withdrawnAt, shown?.shown?.goneAt].filter((at) => at != null);
    if (!shown || milestone.day < from.toString() || !ends.every(isRecent)) return [];
    return [toEntry(milestone, shown, reader)];
  });
}

function toEntry(milestone: Milestone, { call, shown }: Shown, reader: FeedReader): CalendarEntry {
  const { locale, domain, options } = reader;
  const texts = TEXTS[locale];
  const cancelled = cancelledBy(milestone, call, shown?.goneAt ? dayAt(shown.goneAt, reader.zone) : undefined);
  const state = cancelled ?? (milestone.doneAt ? 'done' : undefined);
  const url = `${reader.baseUrl}/calls/${call.id}`;
  return {
    uid: `milestone-${milestone.id}@${domain}`,
    start: Temporal.PlainDate.from(milestone.day),
    summary: `${state ? `${texts[state]}: ` : ''}${texts.milestone}: ${inLocale(milestone.name, locale)}, ${titleOf(call, locale)}`,
    description: `${texts.own}\n${url}`,
    url,
    categories: [texts.milestone, ...call.program.topics],
    status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    sequence: milestone.sequence + (call.withdrawnAt ? 1 : 0) + (shown?.turns ?? 0),
    changedAt: latest([milestone.updatedAt, call.contentChangedAt, call.withdrawnAt, shown?.turnedAt]),
    createdAt: milestone.createdAt,
    ...(options.alarmDays !== undefined && !state && { alarm: Temporal.Duration.from({ days: options.alarmDays }) }),
  };
}

function cancelledBy({ removedAt, day }: Milestone, call: CallRecord, goneOn: Temporal.PlainDate | undefined): Cancelled {
  if (removedAt) return 'removed';
  if (call.state === 'withdrawn') return 'withdrawn';
  return goneOn && day >= goneOn.toString() ? 'gone' : undefined;
}
