import type { Standing } from '@app/tracking/standings.query.js';
import type { ReminderPreference } from './preference.js';

/** Somebody is to be reminded of a call: from this instant on, or (null) from whenever it was published. */
export interface Interest {
  readonly since: Temporal.Instant | null;
}

/** Why somebody is not to be reminded of a call. */
export type NoInterest = 'dismissed' | 'not-followed' | 'not-eligible';

/** What somebody has said so far that decides about a call. */
export interface SaidSoFar {
  readonly preference: Pick<ReminderPreference, 'about'>;
  /** By call. */
  readonly standings: ReadonlyMap<string, Pick<Standing, 'kind' | 'since' | 'dismissedUntil'>>;
}

/**
 * What they dismissed is quiet; of what they follow they always hear, even where the outcome is still unclear; of everything else that their
 * authority may apply for, unless they want to hear only of what they follow.
 */
export function interestIn(callId: string, { preference, standings }: SaidSoFar, isEligible: boolean): Interest | NoInterest {
  const standing = standings.get(callId);
  if (standing?.kind === 'dismissed') return 'dismissed';
  const since = standing?.dismissedUntil ?? null;
  if (isEligible && preference.about === 'eligible') return { since };
  if (standing?.kind === 'followed') return { since: standing.since };
  return preference.about === 'followed' ? 'not-followed' : 'not-eligible';
}
