import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import { paths } from '../frame/paths.js';
import { STATE_IDS } from '../texts/states.js';

/** `current`: open, announced, or with a deadline that is not known yet; what a reader wants first. */
export const CALL_STATUSES = ['current', 'open', 'upcoming', 'undated', 'closed', 'all'] as const;
export type StatusFilter = (typeof CALL_STATUSES)[number];
/** Days within which a call closes; "any" is no limit. */
export const CLOSES_WITHIN = ['any', '14', '30', '90', '365'] as const;
export type ClosesWithin = (typeof CLOSES_WITHIN)[number];
export const CALL_SORTS = ['deadline', 'title', 'newest'] as const;
export type CallSort = (typeof CALL_SORTS)[number];

/** What /calls is asked for. */
export interface CallFilter {
  query: string;
  status: StatusFilter;
  closes: ClosesWithin;
  /** A state's territory ("DE-05"): somebody there could be eligible. "" is no limit. */
  state: string;
  sort: CallSort;
  /** For the authority that the reader acts for. */
  outcome?: Outcome;
  /** From 1. */
  page: number;
}

export const NO_FILTER: CallFilter = { query: '', status: 'current', closes: 'any', state: '', sort: 'deadline', page: 1 };

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 200) : '');
const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((known) => known === value);

/** From the query string of a request; whatever is no valid choice counts as not said. */
export function readCallFilter(query: Record<string, unknown>): CallFilter {
  const page = Number(text(query.page));
  return {
    query: text(query.query),
    status: oneOf(CALL_STATUSES, query.status) ?? NO_FILTER.status,
    closes: oneOf(CLOSES_WITHIN, query.closes) ?? NO_FILTER.closes,
    state: oneOf(STATE_IDS, query.state) ?? '',
    sort: oneOf(CALL_SORTS, query.sort) ?? NO_FILTER.sort,
    outcome: oneOf(OUTCOMES, query.outcome),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The address of the list with this filter; what is as without a filter is left out. */
export function callListPath(filter: Partial<CallFilter>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== NO_FILTER[name as keyof CallFilter]) query.set(name, String(value));
  const said = query.toString();
  return said ? `${paths.calls}?${said}` : paths.calls;
}
