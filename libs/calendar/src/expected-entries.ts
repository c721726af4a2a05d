import { expectedWords } from '@app/deadlines/words/expected-words.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { Expectation } from '@app/funding/expected-rounds.js';
import type { CalendarEntry } from '@app/ical/calendar.js';
import { dayAt } from '@app/kernel/clock.js';
import { latest } from '@app/kernel/latest.js';
import { inLocale } from '@app/kernel/locale.js';
import { Expectations } from '@app/matching/expectations.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import type { FeedReader, Presence } from './calendar-entries.js';
import { DAYS_SHOWN } from './feed-window.js';

const TEXTS = {
  de: {
    expected: 'Voraussichtlich nächste Runde',
    replaced: 'Ersetzt durch die neue Runde',
    gone: 'Nicht mehr in diesem Kalender',
    guess: 'Eine Erwartung aus vergangenen Runden, keine Ankündigung und keine Frist. Es gilt der Text des Fördergebers.',
  },
  en: {
    expected: 'Next round expected',
    replaced: 'Replaced by the new round',
    gone: 'No longer in this calendar',
    guess: 'An expectation from past rounds, neither an announcement nor a deadline. The text of the funder prevails.',
  },
} as const;

/** One tentative entry for each round that is expected after calls of the feed; those that the real round has replaced say so for 90 days. */
export function expectedEntries(
  calls: readonly ({ call: CallRecord } & Presence)[],
  reader: FeedReader,
  state: MatchingState,
  now: Temporal.Instant,
): CalendarEntry[] {
  const expectations = Expectations.of(state);
  return calls.flatMap(({ call, shown }) => {
    const expectation = expectations.shownWith(call);
    const isForgotten = shown?.goneAt && dayAt(shown.goneAt, reader.zone).until(dayAt(now, reader.zone)).days > DAYS_SHOWN;
    return expectation && !isForgotten ? [toEntry(expectation, reader, shown)] : [];
  });
}

function toEntry(
  { round, past, replacedBy, sequence, changedAt }: Expectation,
  reader: FeedReader,
  shown: Presence['shown'],
): CalendarEntry {
  const texts = TEXTS[reader.locale];
  const last = past.at(-1)!;
  const url = `${reader.baseUrl}/calls/${(replacedBy ?? last).id}`;
  const cancelled = replacedBy ? texts.replaced : shown?.goneAt ? texts.gone : undefined;
  const title = inLocale(last.program.title, reader.locale);
  return {
    uid: `${last.id}-expected@${reader.domain}`,
    start: round.from.toPlainDate({ day: 1 }),
    lastDay: round.until.toPlainDate({ day: round.until.daysInMonth }),
    summary: `${cancelled ? `${cancelled}: ` : ''}${texts.expected}: ${title}`,
    description: `${capital(expectedWords(round, reader.locale))}.\n${texts.guess}\n${url}`,
    url,
    categories: last.program.topics,
    status: cancelled ? 'CANCELLED' : 'TENTATIVE',
    sequence: sequence + (shown?.turns ?? 0),
    changedAt: latest([changedAt, shown?.turnedAt]),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
