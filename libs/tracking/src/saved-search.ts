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

export interface SearchContent {
  readonly name: string;
  /** For which authority outcomes and deadlines are looked at; null: for nobody in particular. */
  readonly authorityId: string | null;
  readonly filter: SearchFilter;
  /** Whether new matches are told by mail. */
  readonly digest: boolean;
}

/** A search that somebody keeps. */
export interface SavedSearch extends SearchContent {
  readonly id: string;
  readonly personId: string;
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
