import { Bitset } from '@app/eligibility/index/bitset.js';
import type { Outcome } from '@app/eligibility/outcome.js';

/** What `call_outcome` keeps of one call at one revision, with the place of one authority in it. */
export interface StoredOutcome {
  readonly eligible: Buffer;
  readonly jointly: Buffer;
  readonly undetermined: Buffer;
  readonly ordinal: number;
}

export function storedOutcome({ eligible, jointly, undetermined, ordinal }: StoredOutcome): Outcome {
  const has = (bytes: Buffer) => Bitset.fromBytes(new Uint8Array(bytes)).has(ordinal);
  if (has(eligible)) return 'eligible';
  if (has(jointly)) return 'eligible_jointly';
  return has(undetermined) ? 'undetermined' : 'ineligible';
}
