import type { MatchingState } from '@app/matching/matching-state.js';
import { asleepUntil } from './asleep.js';
import type { NewLetter } from './bind-letters.js';
import { canWait, chooseDue, isNight, isStillComing, letterDay } from './choose-due.js';
import { type DueOfPeople, letterDayKey } from './due-of-people.js';
import type { LedgerRow } from './ledger.query.js';
import { objectionTo } from './objection.js';
import type { Recipient } from './recipients.query.js';

export interface Skipped {
  readonly id: string;
  readonly reason: string;
}

export interface Release {
  readonly letters: readonly NewLetter[];
  readonly skipped: readonly Skipped[];
}

/** What is due for one person, and all that decides about it. */
export interface DueOfPerson {
  readonly personId: string;
  readonly due: readonly LedgerRow[];
  readonly found: DueOfPeople;
  /** The person as a member of each of their authorities. */
  readonly recipients: readonly Recipient[];
  readonly state: MatchingState;
}

/** What becomes of it now; 'waits': nothing yet. */
export function decideRelease(given: DueOfPerson, now: Temporal.Instant): Release | 'waits' {
  const { personId, due, recipients, state } = given;
  const looked = due.map((reminder) => ({ reminder, reason: reasonAgainst(reminder, given, now) }));
  const right = looked.filter(({ reason }) => !reason).map(({ reminder }) => reminder);
  if (asleepUntil(right, state, now)) return 'waits';
  const frequency = recipients[0]?.preference.frequency ?? 'daily';
  const { day, endsAt } = letterDay(due, now);
  if (frequency !== 'immediate' && right.length > 0 && hasToWait(given, right, { day, endsAt, now })) return 'waits';
  const { letters, superseded } = chooseDue(right, frequency);
  return {
    letters: letters.map((reminders) => ({ personId, day, reminders })),
    skipped: [
      ...looked.flatMap(({ reminder: { id }, reason }) => (reason ? [{ id, reason }] : [])),
      ...superseded.map(({ id }) => ({ id, reason: 'superseded' })),
    ],
  };
}

interface Moment {
  readonly day: Temporal.PlainDate;
  readonly endsAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** One letter a person and day: it waits for the morning and for what else comes today, and what is added later waits for tomorrow's. */
function hasToWait({ personId, found }: DueOfPerson, right: readonly LedgerRow[], { day, endsAt, now }: Moment): boolean {
  const nextAt = found.nextAt.get(personId);
  const isMoreDue = nextAt !== undefined && Temporal.Instant.compare(nextAt, endsAt) < 0;
  if (isNight(right, now) || isStillComing(right, now) || isMoreDue) return true;
  return canWait(right, day) && found.letterDays.has(letterDayKey(personId, day));
}

function reasonAgainst(reminder: LedgerRow, { found, recipients, state }: DueOfPerson, now: Temporal.Instant): string | undefined {
  if (found.overtaken.has(reminder.id)) return 'superseded';
  const recipient = recipients.find(({ authorityId }) => authorityId === reminder.authorityId);
  return objectionTo(reminder, recipient, state, now);
}
