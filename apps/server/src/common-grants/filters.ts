import { isMoney, toCents } from '@app/kernel/money.js';
import type { Opportunity } from './opportunity.js';

export type Predicate = (opportunity: Opportunity) => boolean;
interface Sent {
  readonly operator?: unknown;
  readonly value?: unknown;
}
/** Undefined: not in a form that we understand. */
type Reader = (sent: Sent) => Predicate | undefined;
type MoneyField = 'totalAmountAvailable' | 'minAwardAmount' | 'maxAwardAmount';

/** A day, or the day of an instant, which the standard allows too: a closing day has no clock time there. */
const DAY = /^\d{4}-\d{2}-\d{2}(?=$|T)/;

const status: Reader = ({ operator, value }) => {
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) return undefined;
  if (operator === 'in') return ({ status }) => value.includes(status.value);
  return operator === 'notIn' ? ({ status }) => !value.includes(status.value) : undefined;
};

/** Both ends belong to the range. What has no closing day is in no range and outside none. */
const closeDateRange: Reader = ({ operator, value }) => {
  const { min, max } = Object(value) as { min?: unknown; max?: unknown };
  const [first, last] = [dayOf(min), dayOf(max)];
  if (first === undefined || last === undefined) return undefined;
  return ranged(operator, ({ keyDates }) => {
    const close = keyDates?.closeDate;
    return close?.eventType === 'singleDate' ? first <= close.date && close.date <= last : undefined;
  });
};

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' ? DAY.exec(value)?.[0] : undefined;
}

/** Amounts in another currency are excluded, as the standard says. */
const moneyRange =
  (field: MoneyField): Reader =>
  ({ operator, value }) => {
    const { min, max } = Object(value) as { min?: unknown; max?: unknown };
    const [least, most] = [moneyOf(min), moneyOf(max)];
    if (!least || !most) return undefined;
    return ranged(operator, ({ funding }) => {
      const money = funding?.[field];
      if (!money || money.currency !== least.currency || money.currency !== most.currency) return undefined;
      return toCents(least) <= toCents(money) && toCents(money) <= toCents(most);
    });
  };

function ranged(operator: unknown, isInside: (opportunity: Opportunity) => boolean | undefined): Predicate | undefined {
  if (operator === 'between') return (opportunity) => isInside(opportunity) === true;
  return operator === 'outside' ? (opportunity) => isInside(opportunity) === false : undefined;
}

/** "1000", "1000.5" and "1000.50" are the same amount. */
function moneyOf(value: unknown) {
  const { amount, currency } = Object(value) as { amount?: unknown; currency?: unknown };
  const [, whole, cents = ''] = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(typeof amount === 'string' ? amount : '') ?? [];
  const money = { amount: `${whole}.${cents.padEnd(2, '0')}`, currency };
  return isMoney(money) ? money : undefined;
}

const READERS: Readonly<Record<string, Reader>> = {
  status,
  closeDateRange,
  totalFundingAvailableRange: moneyRange('totalAmountAvailable'),
  minAwardAmountRange: moneyRange('minAwardAmount'),
  maxAwardAmountRange: moneyRange('maxAwardAmount'),
};

export interface ReadFilters {
  readonly predicates: readonly Predicate[];
  /** Those that were applied, as they were sent. */
  readonly filters: Readonly<Record<string, unknown>>;
  /** One sentence for each that was not. */
  readonly errors: readonly string[];
}

/** The standard: a filter that is not supported, or not understood, is left out and named; it never makes the search fail. */
export function readFilters(sent: unknown): ReadFilters {
  const predicates: Predicate[] = [];
  const filters: Record<string, unknown> = {};
  const errors: string[] = isObject(sent ?? {}) ? [] : ['The filters are not understood and were not applied'];
  for (const [name, filter] of named(sent)) {
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    const predicate = reader?.(Object(filter) as Sent);
    if (predicate) {
      predicates.push(predicate);
      filters[name] = filter;
    } else errors.push(reader ? `The filter "${name}" is not understood and was not applied` : `The filter "${name}" is not supported`);
  }
  return { predicates, filters, errors };
}

/** Those of our own making would stand under `customFilters`; there are none, so each is named by itself. */
function named(sent: unknown): [string, unknown][] {
  const { customFilters, ...filters } = isObject(sent) ? sent : {};
  if (customFilters === undefined || customFilters === null) return Object.entries(filters);
  const custom = isObject(customFilters) ? Object.entries(customFilters) : [['*', customFilters] as const];
  return [...Object.entries(filters), ...custom.map(([name, filter]): [string, unknown] => [`customFilters.${name}`, filter])];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
