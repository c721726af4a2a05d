import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { kindName } from '@app/eligibility/kind-names.js';
import { contains } from '@app/eligibility/named-territories.js';
import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import { titleOf } from '@app/funding/call-record.js';
import type { Actor } from '@app/kernel/actor.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { outcomeAt } from '@app/matching/outcome-of.js';
import { reasonWords } from '@app/matching/outcome-reason.js';
import { unverifiedFacts, unverifiedWords } from '@app/matching/unverified-facts.js';
import { searchable } from '@app/persistence/sql.js';
import { Injectable } from '@nestjs/common';
import { maySeeFact } from '../../api/authorities/authority.mapper.js';
import { ReadCallFor } from '../../api/calls/read-call-for.js';
import type { AuthorityFilter, CallAuthoritiesModel } from './call-authorities.model.js';

const ROWS = 50;

/** Who fits, and who does not: every authority with its outcome and the reason, a page at a time. */
@Injectable()
export class CallAuthoritiesPage {
  constructor(
    private readonly readCallFor: ReadCallFor,
    private readonly index: MatchingIndex,
  ) {}

  async model(id: string, filter: AuthorityFilter, actor: Actor | undefined, locale: Locale): Promise<CallAuthoritiesModel> {
    const call = await this.readCallFor.run(actor, id);
    const state = await this.index.current();
    const sets = state.calls.get(id)?.outcomes ?? state.outcomesOf(call.rule);
    const listed = [...state.authorities.values()].filter((authority) => isListed(authority, filter));
    const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
    for (const authority of listed) counts[outcomeAt(sets, authority.ordinal)] += 1;
    const chosen = filter.outcome ? listed.filter((authority) => sets[filter.outcome!].has(authority.ordinal)) : listed;
    const sorted = chosen.toSorted((a, b) => a.name.localeCompare(b.name, 'de') || (a.key < b.key ? -1 : 1));
    const page = sorted.slice((filter.page - 1) * ROWS, filter.page * ROWS);
    return {
      call: { id, title: titleOf(call, locale) },
      filter,
      counts,
      rows: page.map((authority) => {
        const visible = { ...authority, facts: authority.facts.filter((fact) => maySeeFact(actor, authority, fact.visibility)) };
        const reason = reasonWords(call.rule, evaluate(call.rule, applicantOf(visible), state.named), state.named, locale);
        const overdue = unverifiedFacts(call.rule, authority, Temporal.PlainDate.from(state.day), state.named);
        const seen = overdue.map(({ name, since }) => (visible.facts.some((fact) => fact.name === name) ? { name, since } : { name }));
        return {
          name: authority.name,
          key: authority.key,
          kind: kindName(authority.types, locale) ?? '',
          population: authority.population[0],
          outcome: outcomeAt(sets, authority.ordinal),
          why: [reason, unverifiedWords(seen, locale)].filter((part) => part !== undefined).join('; '),
        };
      }),
      total: sorted.length,
      from: sorted.length === 0 ? 0 : (filter.page - 1) * ROWS + 1,
      to: Math.min(filter.page * ROWS, sorted.length),
      pages: Math.max(1, Math.ceil(sorted.length / ROWS)),
    };
  }
}

function isListed(authority: AuthorityView, { state, query }: AuthorityFilter): boolean {
  if (state !== '' && !contains(state, authority.territory)) return false;
  const text = searchable(`${authority.name} ${authority.officialName} ${authority.key}`);
  return query === '' || query.split(/\s+/).every((word) => text.includes(searchable(word).split(' ')[0]!));
}
