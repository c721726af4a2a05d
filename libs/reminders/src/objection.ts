import { dayAt } from '@app/kernel/clock.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { closingOn } from './closing-on.js';
import { interestIn, type NoInterest } from './interest.js';
import { leadsInForce } from './leads/lead-choice.js';
import type { LedgerRow } from './ledger.query.js';
import { isReachedOn } from './reach.js';
import type { Recipient } from './recipients.query.js';

/** Why a planned reminder is not sent: the call withdrawn, the date another or over, the person gone, tired of letters or of this call, … */
export type Objection = NoInterest | 'withdrawn' | 'left' | 'stopped' | 'address-suspended' | 'moved' | 'over' | 'plan-changed';

/** Looks whether a reminder is still right at `now`. `recipient` is the person as a member of the reminder's authority, while they are one. */
export function objectionTo(
  reminder: LedgerRow,
  recipient: Recipient | undefined,
  state: MatchingState,
  now: Temporal.Instant,
): Objection | undefined {
  const indexed = state.calls.get(reminder.callId);
  if (indexed?.call.state !== 'published') return 'withdrawn';
  if (!recipient) return 'left';
  if (recipient.preference.stoppedAt !== null) return 'stopped';
  if (!isReachedOn(recipient, dayAt(now, reminder.zone))) return 'address-suspended';
  const found = closingOn(indexed.call, reminder.deadlineId, reminder.closesOn);
  if (!found) return 'moved';
  if (Temporal.Instant.compare(found.closing.closesAt, now) <= 0) return 'over';
  const authority = state.authorities.get(recipient.ordinal);
  if (!authority) return 'not-eligible';
  const interest = interestIn(reminder.callId, recipient, indexed.outcomes.eligible.has(recipient.ordinal));
  if (typeof interest === 'string') return interest;
  if (!appliesTo(authority, state.named)(found.deadline)) return 'not-eligible';
  const { leads, unit } = leadsInForce(reminder.callId, recipient.leadChoices, recipient.preference);
  return unit === reminder.unit && leads.includes(reminder.lead) ? undefined : 'plan-changed';
}
