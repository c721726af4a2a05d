import type { AuthorityView } from '@app/authorities/authority-view.js';
import { OUTCOMES } from '@app/eligibility/outcome.js';
import { titleOf } from '@app/funding/call-record.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import { sortCalls } from '@app/matching/call-order.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { type FoundCall, SearchCalls } from '@app/matching/search-calls.js';
import { Injectable } from '@nestjs/common';
import type { CallFilter } from './call-filter.js';
import { resultRow } from './call-lists.js';
import type { CallGroup, CallsModel } from './calls.model.js';

const ROWS = 25;
const SOON_DAYS = 30;
const CURRENT = ['open', 'upcoming', 'undated'] as const;
const GROUPS: readonly CallGroup[] = ['soon', 'later', 'undated', 'closed', 'all'];

/** The list of calls as a page: everything that is published, narrowed by the filter, with outcomes for the reader's authority. */
@Injectable()
export class CallsPage {
  constructor(
    private readonly search: SearchCalls,
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  async model(filter: CallFilter, locale: Locale, authority: AuthorityView | undefined): Promise<CallsModel> {
    const now = this.clock.now();
    const today = dayAt(now, authority?.zone ?? HOME_ZONE);
    const found = await this.found(filter, today, authority);
    const ofOutcome = found.filter(({ outcome }) => !filter.outcome || !authority || outcome === filter.outcome);
    const inOrder = sorted(ofOutcome, filter, locale);
    const page = inOrder.slice((filter.page - 1) * ROWS, filter.page * ROWS);
    const reader = { locale, now, authority, named: (await this.index.current()).named };
    const grouped = GROUPS.map((group) => ({
      group,
      rows: page.filter((call) => groupOf(call, filter, today) === group).map((call) => resultRow(call, reader)),
    }));
    return {
      filter,
      ...(authority && { authorityName: authority.name, counts: countOutcomes(found) }),
      groups: grouped.filter(({ rows }) => rows.length > 0),
      total: inOrder.length,
      from: inOrder.length === 0 ? 0 : (filter.page - 1) * ROWS + 1,
      to: Math.min(filter.page * ROWS, inOrder.length),
      pages: Math.max(1, Math.ceil(inOrder.length / ROWS)),
      nothingPublished: inOrder.length === 0 && (await this.search.all({ state: 'published' })).length === 0,
    };
  }

  private async found(filter: CallFilter, today: Temporal.PlainDate, authority: AuthorityView | undefined): Promise<FoundCall[]> {
    const found = await this.search.all({
      query: filter.query,
      state: 'published',
      within: filter.state === '' ? undefined : filter.state,
      status: filter.status === 'all' ? undefined : filter.status === 'current' ? CURRENT : [filter.status],
      closesBefore: filter.closes === 'any' ? undefined : today.add({ days: Number(filter.closes) }).toString(),
      outcomeFor: authority && { key: authority.key },
    });
    // "closes within 30 days" looks ahead: what has closed already is not meant
    return filter.closes === 'any' ? found : found.filter(({ state }) => state.status !== 'closed');
  }
}

export function countOutcomes(found: readonly FoundCall[]) {
  const count = (wanted: string) => found.filter(({ outcome }) => outcome === wanted).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<(typeof OUTCOMES)[number], number>;
}

function sorted(found: readonly FoundCall[], filter: CallFilter, locale: Locale): FoundCall[] {
  if (filter.sort === 'newest') return [...found];
  if (filter.sort === 'title') return found.toSorted((a, b) => titleOf(a.call, locale).localeCompare(titleOf(b.call, locale), locale));
  return sortCalls(found, 'closing');
}

function groupOf({ state }: FoundCall, filter: CallFilter, today: Temporal.PlainDate): CallGroup {
  if (filter.sort !== 'deadline') return 'all';
  if (state.status === 'closed') return 'closed';
  const day = state.closingDay;
  if (day === undefined) return 'undated';
  return Temporal.PlainDate.compare(day, today.add({ days: SOON_DAYS })) <= 0 ? 'soon' : 'later';
}
