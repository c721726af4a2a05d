import type { Status } from '@app/deadlines/deadline.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import { DomainError } from '@app/kernel/domain-error.js';

/** What is looked for among the published calls; what is absent does not narrow. */
export interface SearchFilter {
  readonly query?: string;
  readonly status?: readonly Status[];
  readonly topic?: string;
  /** A territory prefix or 'named:<slug>': somebody in there could be eligible. */
  readonly within?: string;
  /** Of the search's authority. */
  readonly outcome?: Outcome;
}

export const DIGEST_FREQUENCIES = ['daily', 'weekly'] as const;
export type DigestFrequency = (typeof DIGEST_FREQUENCIES)[number];

export interface SearchContent {
  readonly name: string;
  /** For which authority outcomes and deadlines are looked at; null: for nobody in particular. */
  readonly authorityId: string | null;
  readonly filter: SearchFilter;
  /** Whether new matches are told by mail. */
  readonly digest: boolean;
  /** How often at most. */
  readonly frequency: DigestFrequency;
}

/** A search that somebody keeps. */
export interface SavedSearch extends SearchContent {
  readonly id: string;
  readonly personId: string;
  /** What was published before is no new match, though it is found; null while nothing is told. */
  readonly digestSince: Temporal.Instant | null;
  /** The search for what fits the authority: it has no name and no page, for it is a switch among the reminders. */
  readonly isProfile: boolean;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export const MOST_SEARCHES = 50;

/** An outcome is an authority's. Throws 'invalid'. */
export function checkedSearch(content: SearchContent): SearchContent {
  const needsAuthority = content.filter.outcome !== undefined && content.authorityId === null;
  if (needsAuthority) throw new DomainError('invalid', {}, [{ pointer: '/authority', code: 'required' }]);
  return content;
}

/** Since when new matches are told: from now on where that was switched on, or where something else is looked for. */
export function digestSince(before: SavedSearch | undefined, after: SearchContent, at: Temporal.Instant): Temporal.Instant | null {
  if (!after.digest) return null;
  const isSame =
    before?.digestSince && before.authorityId === after.authorityId && JSON.stringify(before.filter) === JSON.stringify(after.filter);
  return isSame ? before.digestSince : at;
}

/** What the search for what fits an authority looks for: everything that is not over. */
export const PROFILE_FILTER: SearchFilter = { outcome: 'eligible', status: ['upcoming', 'open', 'undated'] };
