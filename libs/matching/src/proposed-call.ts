import type { CallContent } from '@app/funding/call.js';
import { type StatedDeadline, trackDeadlines } from '@app/funding/call-deadline.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { MatchingState } from './matching-state.js';

/** What is tried out: nothing given, the call as it is stored. */
export type Proposal = Partial<Pick<CallContent, 'rule'>> & { readonly deadlines?: readonly StatedDeadline[] };

/** The call as it would be if it were saved with this change, and published if it is a draft. What was withdrawn stays withdrawn. */
export function proposedCall(call: CallRecord, { rule = call.rule, deadlines }: Proposal, at: Temporal.Instant): CallRecord {
  const isChange = deadlines !== undefined || rule !== call.rule;
  return {
    ...call,
    rule,
    deadlines: deadlines ? trackDeadlines(call.deadlines, deadlines, at) : call.deadlines,
    contentChangedAt: isChange ? at : call.contentChangedAt,
    ...(call.state === 'draft' ? { state: 'published', publishedAt: at } : {}),
  };
}

/** Register and catalogue as they would be with this call; the state given stays what it is. */
export function withCall(state: MatchingState, call: CallRecord): MatchingState {
  return state.advance({ revision: state.revision, day: state.day, authorities: [], calls: [call] });
}
