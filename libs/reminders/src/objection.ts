import type { MatchingState } from '@app/matching/matching-state.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { closingOn } from './closing-on.js';
import type { LedgerRow } from './ledger.query.js';
import type { Recipient } from './recipients.query.js';

/** Why a planned reminder is not sent: the call withdrawn, the date another or over, the person gone or tired of letters, … */
export type Objection = 'withdrawn' | 'left' | 'stopped' | 'address-suspended' | 'not-eligible' | 'moved' | 'over' | 'plan-changed';

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
  if (recipient.isSuspended) return 'address-suspended';
  const found = closingOn(indexed.call, reminder.deadlineId, reminder.closesOn);
  if (!found) return 'moved';
  if (Temporal.Instant.compare(found.closing.closesAt, now) <= 0) return 'over';
  const authority = state.authorities.get(recipient.ordinal);
  if (!authority || !indexed.outcomes.eligible.has(recipient.ordinal) || !appliesTo(authority, state.named)(found.deadline))
    return 'not-eligible';
  const { leads, unit, about } = recipient.preference;
  return about === 'eligible' && unit === reminder.unit && leads.includes(reminder.lead) ? undefined : 'plan-changed';
}
