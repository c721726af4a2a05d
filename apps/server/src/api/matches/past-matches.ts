import type { Outcome } from '@app/eligibility/outcome.js';
import type { Actor } from '@app/kernel/actor.js';
import type { Page, PageRequest } from '@app/kernel/page.js';
import { MatchesAt } from '@app/matching/matches-at.js';
import { Injectable } from '@nestjs/common';
import { numberedPage } from '../../edge/paging/numbered-page.js';
import type { AuthorityMatchDto } from './match.dto.js';
import { toAuthorityMatch } from './match.mapper.js';

export interface PastFilter {
  readonly asOf: string;
  readonly outcome?: Outcome;
  readonly status?: readonly string[];
}

/** A page of an authority's matches as of a past day; its cursor is a place in the list, which the past does not change. */
@Injectable()
export class PastMatches {
  constructor(private readonly matchesAt: MatchesAt) {}

  async run(actor: Actor, key: string, filter: PastFilter, page: PageRequest): Promise<Page<AuthorityMatchDto>> {
    const { authority, matches } = await this.matchesAt.run(key, Temporal.PlainDate.from(filter.asOf));
    const fitting = matches.filter(
      ({ evaluation, state }) =>
        (!filter.outcome || evaluation.outcome === filter.outcome) && (!filter.status?.length || filter.status.includes(state.status)),
    );
    const { items, total, next } = numberedPage(fitting, page);
    return { items: items.map((match) => toAuthorityMatch(actor, authority, match)), total, next };
  }
}
