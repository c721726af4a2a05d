import type { CallState } from '@app/deadlines/call-status.js';
import type { CallRecord } from '@app/funding/call-record.js';

/** A call and where it stands: all that its place in a list depends on. */
export interface OrderedCall {
  readonly call: CallRecord;
  readonly state: CallState;
}

export const CALL_ORDERS = ['publication', 'closing'] as const;
export type CallOrderName = (typeof CALL_ORDERS)[number];

/** A sort key as a cursor carries it; no two calls have the same. */
type Key = readonly (string | number | null)[];

export interface CallOrder {
  /** Parts of a key. */
  readonly length: number;
  key(found: OrderedCall): Key;
  /** Negative: `a` comes first. */
  compare(a: Key, b: Key): number;
}

const byText = (a: unknown, b: unknown): number => (`${a}` < `${b}` ? -1 : `${a}` > `${b}` ? 1 : 0);

function published({ call }: OrderedCall): string {
  return call.publishedAt?.toString({ fractionalSecondDigits: 6 }) ?? '';
}

/** Newest publication first. */
const PUBLICATION: CallOrder = {
  length: 2,
  key: (found) => [published(found), found.call.id],
  compare: ([at, id], [otherAt, otherId]) => byText(otherAt, at) || byText(otherId, id),
};

/** Not closed with a closing day, not closed without one, closed. */
function groupOf({ state }: OrderedCall): 0 | 1 | 2 {
  if (state.status === 'closed') return 2;
  return state.closingDay === undefined ? 1 : 0;
}

/**
 * What closes next first, by the day as the call names it and then by the instant; those without a closing day after all that have one;
 * closed ones last, the latest of them first. Where that says nothing, newest publication first.
 */
const CLOSING: CallOrder = {
  length: 5,
  key: (found) => [
    groupOf(found),
    found.state.closingDay ?? '',
    found.state.closesAt?.toString({ fractionalSecondDigits: 3 }) ?? '',
    published(found),
    found.call.id,
  ],
  compare: ([group, day, closesAt, ...rest], [otherGroup, otherDay, otherClosesAt, ...otherRest]) => {
    const sign = group === 2 ? -1 : 1;
    return (
      byText(group, otherGroup) || sign * (byText(day, otherDay) || byText(closesAt, otherClosesAt)) || PUBLICATION.compare(rest, otherRest)
    );
  },
};

const ORDERS: Readonly<Record<CallOrderName, CallOrder>> = { publication: PUBLICATION, closing: CLOSING };

export function callOrder(name: CallOrderName = 'publication'): CallOrder {
  return ORDERS[name];
}

export function sortCalls<Found extends OrderedCall>(found: readonly Found[], name: CallOrderName): Found[] {
  const { key, compare } = callOrder(name);
  const keyed = found.map((each) => ({ each, key: key(each) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ each }) => each);
}
