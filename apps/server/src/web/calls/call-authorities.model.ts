import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import { paths } from '../frame/paths.js';
import type { Day } from '../pieces/day.js';
import type { OutcomeCounts } from '../pieces/tally.js';
import { STATE_IDS } from '../texts/states.js';

/** GET /calls/:id/authorities?outcome=&state=&query=&page=. */
export interface CallAuthoritiesModel {
  call: { id: string; title: string };
  filter: AuthorityFilter;
  /** Outcomes of what the other filters leave. */
  counts: OutcomeCounts;
  rows: readonly AuthorityRow[];
  total: number;
  from: number;
  to: number;
  pages: number;
}

export interface AuthorityRow {
  name: string;
  key: string;
  /** "Stadt, kreisangehörig": in the reader's language. */
  kind: string;
  population?: { value: number; asOf?: Day };
  outcome: Outcome;
  /** The reason in one line. */
  why: string;
}

export interface AuthorityFilter {
  outcome?: Outcome;
  /** "DE-05"; "" is everywhere. */
  state: string;
  query: string;
  page: number;
}

export function readAuthorityFilter(query: Record<string, unknown>): AuthorityFilter {
  const page = Number(query.page);
  return {
    outcome: OUTCOMES.find((outcome) => outcome === query.outcome),
    state: STATE_IDS.find((id) => id === query.state) ?? '',
    query: typeof query.query === 'string' ? query.query.trim().slice(0, 200) : '',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

export function callAuthoritiesPath(id: string, filter: Partial<AuthorityFilter>): string {
  const query = new URLSearchParams();
  if (filter.outcome) query.set('outcome', filter.outcome);
  if (filter.state) query.set('state', filter.state);
  if (filter.query) query.set('query', filter.query);
  if (filter.page && filter.page > 1) query.set('page', String(filter.page));
  const said = query.toString();
  return said ? `${paths.callAuthorities(id)}?${said}` : paths.callAuthorities(id);
}
