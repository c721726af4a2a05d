import type { CallRecord } from '@app/funding/call-record.js';
import { callStateAt } from '@app/funding/call-status.js';
import { dayAt } from '@app/kernel/clock.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { closingOn } from '../closing-on.js';
import { isReachedOn } from '../reach.js';
import type { Recipient } from '../recipients.query.js';
import { concernOf } from './concern-of.js';
import type { NoticeKind } from './notice.js';
import { type NoticeSurroundings, recipientOf, stanceOf } from './notice-surroundings.js';
import type { NoticeRow } from './notices.query.js';

/** Why a notice is not told: the person gone or tired of letters, the call another or over, or not true any more. */
export type NoticeObjection =
  | 'left'
  | 'stopped'
  | 'suspended'
  | 'unfollowed'
  | 'dismissed'
  | 'heard'
  | 'switched-off'
  | 'withdrawn'
  | 'over'
  | 'moved'
  | 'eligible'
  | 'not-eligible';

const ASKED_FOR: readonly NoticeKind[] = ['test-letter', 'verify-address'];

/** Looks whether a notice is still right at `now`. What somebody has asked for a moment ago is. */
export function objectionToNotice(notice: NoticeRow, surroundings: NoticeSurroundings, now: Temporal.Instant): NoticeObjection | undefined {
  if (ASKED_FOR.includes(notice.kind)) return undefined;
  const [any] = surroundings.recipients;
  if (any && any.preference.stoppedAt !== null) return 'stopped';
  const recipient = recipientOf(notice, surroundings);
  if (any?.isSuspended && !isForDeputy(notice, recipient, now)) return 'suspended';
  if (notice.authorityId !== null && !recipient) return 'left';
  if (notice.kind === 'new-matches') return objectionToMatches(notice, surroundings);
  return notice.callId === null ? undefined : objectionToCall(notice, surroundings, now);
}

/** What somebody is told for themselves, new matches above all, no deputy reads. */
function isForDeputy(notice: NoticeRow, recipient: Recipient | undefined, now: Temporal.Instant): boolean {
  return concernOf(notice) !== null && recipient !== undefined && isReachedOn(recipient, dayAt(now, notice.zone));
}

function objectionToMatches({ id }: NoticeRow, { recipients, matches }: NoticeSurroundings): NoticeObjection | undefined {
  if (recipients.length === 0) return 'left';
  const now = matches.get(id);
  if (!now) return 'switched-off';
  return now.calls.length === 0 ? 'over' : undefined;
}

function objectionToCall(notice: NoticeRow, surroundings: NoticeSurroundings, now: Temporal.Instant): NoticeObjection | undefined {
  const { state } = surroundings;
  const stance = stanceOf(notice, surroundings);
  const indexed = state.calls.get(notice.callId!);
  if (notice.kind === 'call-withdrawn') return stance?.kind === 'followed' ? undefined : 'unfollowed';
  if (indexed?.call.state !== 'published') return 'withdrawn';
  if (notice.kind === 'deadline-changed') return stance?.kind === 'followed' ? undefined : 'unfollowed';
  if (stance?.kind === 'dismissed') return 'dismissed';
  if (notice.kind === 'nobody-listens') {
    const objection = objectionToUnheard(notice, indexed.call, surroundings);
    if (objection) return objection;
  }
  const authority = state.authorities.get(recipientOf(notice, surroundings)?.ordinal ?? -1);
  if (!authority) return 'left';
  if (callStateAt(indexed.call, now, appliesTo(authority, state.named)).status === 'closed') return 'over';
  return objectionToOutcome(notice.kind, indexed.outcomes.eligible.has(authority.ordinal));
}

function objectionToUnheard(
  { authorityId, callId, params }: NoticeRow,
  call: CallRecord,
  { heard, deaf }: NoticeSurroundings,
): NoticeObjection | undefined {
  if (heard.has(`${authorityId} ${callId}`)) return 'heard';
  if (deaf.has(authorityId!)) return 'switched-off';
  return closingOn(call, String(params.deadlineId), String(params.closesOn)) ? undefined : 'moved';
}

/** Who gained and lost again before they heard of it, hears nothing. */
function objectionToOutcome(kind: NoticeKind, isEligible: boolean): NoticeObjection | undefined {
  if (kind === 'now-eligible' || kind === 'nobody-listens') return isEligible ? undefined : 'not-eligible';
  return isEligible ? 'eligible' : undefined;
}
