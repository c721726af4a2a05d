import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { CallState } from '@app/deadlines/call-status.js';
import type { Bitset } from '@app/eligibility/index/bitset.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { callStateAt } from '@app/funding/call-status.js';
import { callsWithWords } from '@app/funding/read-calls.query.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '@app/kernel/page.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { type CallOrderName, callOrder, sortCalls } from './call-order.js';
import { MatchingIndex } from './matching-index.js';
import type { IndexedCall } from './matching-state.js';
import { appliesTo } from './outcome-of.js';
import { authoritiesWithin } from './within.js';

export interface CallFilter {
  readonly query?: string;
  readonly state?: 'published' | 'withdrawn';
  readonly status?: readonly CallState['status'][];
  /** A day, inclusive. */
  readonly closesBefore?: string;
  readonly topic?: string;
  readonly programId?: string;
  /** A territory prefix or 'named:<slug>': somebody in there could be eligible. */
  readonly within?: string;
  /** Key of an authority: outcome `eligible`. */
  readonly eligibleFor?: string;
  /** Key of an authority and the outcome it is to have. */
  readonly outcomeFor?: { readonly key: string; readonly outcome?: Outcome };
}

export interface FoundCall {
  readonly call: CallRecord;
  readonly state: CallState;
  /** For the authority that was asked for. */
  readonly outcome?: Outcome;
}

/** Searches what everybody may see. Status comes from the one function that reckons it; nothing of it is stored. */
@Injectable()
export class SearchCalls {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A page of them; without a wish the newest publication first. */
  async run(filter: CallFilter, page: PageRequest, sort: CallOrderName = 'publication'): Promise<Page<FoundCall>> {
    const found = sortCalls(await this.all(filter), sort);
    const order = callOrder(sort);
    const after = page.cursor ? decodeCursor(page.cursor, order.length) : undefined;
    const rest = after ? found.filter((each) => order.compare(order.key(each), after) > 0) : found;
    const items = rest.slice(0, page.limit);
    const last = items.at(-1);
    return { items, total: found.length, next: rest.length > page.limit && last ? encodeCursor(order.key(last)) : null };
  }

  /** All that match, newest publication first. */
  async all(filter: CallFilter): Promise<FoundCall[]> {
    const state = await this.index.current();
    const key = filter.eligibleFor ?? filter.outcomeFor?.key;
    const authority = key === undefined ? undefined : state.authority(key);
    if (key !== undefined && !authority)
      throw new DomainError('unknown-authority', {}, [
        { pointer: filter.eligibleFor ? '/eligibleFor' : '/key', code: 'unknown-authority' },
      ]);
    const worded = filter.query?.trim()
      ? await this.transactions.run({ kind: 'nobody' }, (em) => callsWithWords(em, filter.query!))
      : undefined;
    const inside = filter.within === undefined ? undefined : authoritiesWithin(state, filter.within);
    const outcomeFor = authority && state.outcomesFor(applicantOf(authority));
    const found = [...state.calls.values()]
      .filter(
        (indexed) => (!worded || worded.has(indexed.call.id)) && matchesContent(indexed, filter) && (!inside || mayApply(indexed, inside)),
      )
      // the outcome is looked up, the state is reckoned: the cheap question first
      .map(({ call }) => ({ call, outcome: outcomeFor?.(call) }))
      .filter((each) => matchesOutcome(each, filter))
      .map((each) => ({ ...each, state: this.stateOf(each.call, authority, state.named) }))
      .filter((each) => matchesTime(each, filter));
    return sortCalls(found, 'publication');
  }

  private stateOf(call: CallRecord, authority: AuthorityView | undefined, named: NamedTerritories): CallState {
    return callStateAt(call, this.clock.now(), authority && appliesTo(authority, named));
  }
}

function matchesContent({ call }: IndexedCall, filter: CallFilter): boolean {
  return (
    (!filter.state || call.state === filter.state) &&
    (!filter.topic || call.program.topics.includes(filter.topic)) &&
    (!filter.programId || call.program.id === filter.programId)
  );
}

function mayApply({ outcomes }: IndexedCall, inside: Bitset): boolean {
  return !inside.minus(outcomes.ineligible).isEmpty;
}

function matchesTime({ state }: FoundCall, filter: CallFilter): boolean {
  if (filter.status && filter.status.length > 0 && !filter.status.includes(state.status)) return false;
  if (filter.closesBefore === undefined) return true;
  const day = state.closingDay;
  return day !== undefined && day <= filter.closesBefore;
}

function matchesOutcome({ outcome }: Pick<FoundCall, 'outcome'>, filter: CallFilter): boolean {
  if (filter.eligibleFor) return outcome === 'eligible';
  return !filter.outcomeFor?.outcome || outcome === filter.outcomeFor.outcome;
}
