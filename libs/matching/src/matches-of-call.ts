import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { type Evaluation, evaluate } from '@app/eligibility/evaluate.js';
import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '@app/kernel/page.js';
import { Injectable } from '@nestjs/common';
import { MatchingIndex } from './matching-index.js';
import { outcomeAt } from './outcome-of.js';
import { type UnverifiedFact, unverifiedFacts } from './unverified-facts.js';
import { authoritiesWithin } from './within.js';

export interface CallMatch {
  readonly authority: AuthorityView;
  readonly outcome: Outcome;
  readonly evaluation: Evaluation;
  readonly unverified: readonly UnverifiedFact[];
}

export interface CallMatchFilter {
  readonly outcome?: Outcome;
  /** A territory prefix or 'named:<slug>': only authorities that lie in it. */
  readonly within?: string;
}

/** Every authority of the register with its outcome for one call; only the page's own items are explained. */
@Injectable()
export class MatchesOfCall {
  constructor(private readonly index: MatchingIndex) {}

  async run(callId: string, filter: CallMatchFilter, page: PageRequest): Promise<Page<CallMatch>> {
    const state = await this.index.current();
    const indexed = state.calls.get(callId);
    if (!indexed) throw new DomainError('not-found');
    const sets = indexed.outcomes;
    const inside = filter.within === undefined ? undefined : authoritiesWithin(state, filter.within);
    const outcomes = filter.outcome ? [filter.outcome] : OUTCOMES;
    const matching = outcomes
      .flatMap((outcome) => [...sets[outcome].ordinals()])
      .map((ordinal) => state.authorities.get(ordinal)!)
      .filter(({ ordinal }) => !inside || inside.has(ordinal))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const after = page.cursor ? String(decodeCursor(page.cursor, 1)[0]) : undefined;
    const rest = after === undefined ? matching : matching.filter((authority) => authority.key > after);
    const { rule } = indexed.call;
    const day = Temporal.PlainDate.from(state.day);
    const items = rest.slice(0, page.limit).map((authority) => ({
      authority,
      outcome: outcomeAt(sets, authority.ordinal),
      evaluation: evaluate(rule, applicantOf(authority), state.named),
      unverified: unverifiedFacts(rule, authority, day, state.named),
    }));
    return { items, total: matching.length, next: rest.length > page.limit ? encodeCursor([items.at(-1)!.authority.key]) : null };
  }
}
