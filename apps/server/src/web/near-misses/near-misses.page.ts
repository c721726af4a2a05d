import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { type NearMiss, nearMisses } from '@app/eligibility/near-miss.js';
import { Clock } from '@app/kernel/clock.js';
import type { Locale } from '@app/kernel/locale.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { type FoundCall, SearchCalls } from '@app/matching/search-calls.js';
import { Injectable } from '@nestjs/common';
import { resultRow } from '../calls/call-lists.js';
import type { NearMissesModel } from './near-misses.model.js';

/** 10 %: what figures may well move in some years. */
const NEAR_BASIS_POINTS = 1_000;
const CURRENT = ['open', 'upcoming', 'undated'] as const;

/** What an authority misses by a number alone: worth a look when the next figures come, or a word with the funder. */
@Injectable()
export class NearMissesPage {
  constructor(
    private readonly search: SearchCalls,
    private readonly clock: Clock,
  ) {}

  async model(state: MatchingState, authority: AuthorityView, reader: { locale: Locale; withClosed: boolean }): Promise<NearMissesModel> {
    const { locale, withClosed } = reader;
    const { named } = state;
    const found = await this.search.all({
      state: 'published',
      status: withClosed ? undefined : CURRENT,
      outcomeFor: { key: authority.key },
    });
    const applicant = applicantOf(authority);
    const near = found
      .map((call) => ({ call, nearest: nearMisses(call.call.rule, applicant, named)[0] }))
      .filter((one): one is { call: FoundCall; nearest: NearMiss } => one.nearest !== undefined)
      .sort((one, other) => shareOf(one.nearest) - shareOf(other.nearest));
    const row = { locale, now: this.clock.now(), authority, named };
    const toRow = ({ call, nearest }: (typeof near)[number]) => ({ ...resultRow(call, row), why: nearest.text[locale] });
    const isNear = ({ nearest }: (typeof near)[number]) => shareOf(nearest) <= NEAR_BASIS_POINTS;
    return {
      authorityName: authority.name,
      rows: near.filter(isNear).map(toRow),
      farther: near.filter((one) => !isNear(one)).map(toRow),
      withClosed,
    };
  }
}

/** The distance relative to the bound; one from a bound of 0 has none and comes last. */
function shareOf(near: NearMiss): number {
  return near.basisPoints ?? Number.POSITIVE_INFINITY;
}
