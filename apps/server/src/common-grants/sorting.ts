import { toCents } from '@app/kernel/money.js';
import type { Opportunity } from './opportunity.js';

type Key = string | number | bigint | undefined;
type SortOrder = 'asc' | 'desc';
const DEFAULT = 'lastModifiedAt';

const closing = ({ keyDates }: Opportunity): Key => (keyDates?.closeDate?.eventType === 'singleDate' ? keyDates.closeDate.date : undefined);
const amount = (field: 'maxAwardAmount' | 'minAwardAmount' | 'totalAmountAvailable') => (opportunity: Opportunity) => {
  const money = opportunity.funding?.[field];
  return money && toCents(money);
};
/** Instants as text sort by time only when they have the same number of decimals. */
const moment = (text: string): Key => Temporal.Instant.from(text).epochNanoseconds;

const KEYS: Readonly<Record<string, (opportunity: Opportunity) => Key>> = {
  lastModifiedAt: ({ lastModifiedAt }) => moment(lastModifiedAt),
  createdAt: ({ createdAt }) => moment(createdAt),
  title: ({ title }) => title,
  'status.value': ({ status }) => status.value,
  'keyDates.closeDate': closing,
  'funding.maxAwardAmount': amount('maxAwardAmount'),
  'funding.minAwardAmount': amount('minAwardAmount'),
  'funding.totalAmountAvailable': amount('totalAmountAvailable'),
  'funding.estimatedAwardCount': ({ funding }) => funding?.estimatedAwardCount,
};

export interface SortInfo {
  readonly sortBy: string;
  readonly sortOrder: SortOrder;
  readonly errors?: readonly string[];
}

/** By default the last change first; a key or an order that we do not know is named and replaced by the default. */
export function readSorting(sent: unknown): SortInfo {
  const { sortBy = DEFAULT, sortOrder = 'desc' } = Object(sent ?? {}) as { sortBy?: unknown; sortOrder?: unknown };
  const isKnown = typeof sortBy === 'string' && Object.hasOwn(KEYS, sortBy);
  const isOrder = sortOrder === 'asc' || sortOrder === 'desc';
  const errors = [
    ...(isKnown ? [] : [`Sorting by "${String(sortBy)}" is not supported: sorted by ${DEFAULT}`]),
    ...(isOrder ? [] : ['The order is neither "asc" nor "desc": sorted descending']),
  ];
  return { sortBy: isKnown ? sortBy : DEFAULT, sortOrder: isOrder ? sortOrder : 'desc', ...(errors.length > 0 && { errors }) };
}

/** What lacks the key comes last in either order; equal ones are ordered by id, so that pages never overlap. */
export function sorted(opportunities: readonly Opportunity[], { sortBy, sortOrder }: SortInfo): Opportunity[] {
  const keyOf = KEYS[sortBy]!;
  const sign = sortOrder === 'asc' ? 1 : -1;
  return opportunities.toSorted((one, other) => {
    const [left, right] = [keyOf(one), keyOf(other)];
    if (left === right) return one.id < other.id ? sign * -1 : sign;
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    return left < right ? -sign : sign;
  });
}
