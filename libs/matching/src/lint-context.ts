import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { LintContext } from '@app/eligibility/linting/lint.js';
import { contains } from '@app/eligibility/named-territories.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { MatchingState } from './matching-state.js';

/** What a call says of itself, stored or not. */
export type CallWords = Pick<CallRecord, 'ownTitle' | 'summary'> & { readonly program: Pick<CallRecord['program'], 'title' | 'summary'> };

/** What the rule of a call is held against: the register, and what the call says of itself. */
export function lintContextOf(state: MatchingState, { ownTitle, summary, program }: CallWords): LintContext {
  const authorities = [...state.authorities.values()];
  const facts = new Set(authorities.flatMap((authority) => authority.facts.map(({ name }) => name)));
  return {
    texts: [program.title, program.summary, ownTitle, summary].flatMap((text) => [text?.de ?? [], text?.en ?? []].flat()),
    knownKey: (key) => state.authority(key) !== undefined,
    knownTerritory: (id) => isKnown(id, authorities),
    knownFact: (name) => facts.has(name),
    named: state.named,
    independentCities: authorities.filter(({ types }) => types.includes('independent_city')).map(applicantOf),
  };
}

/** Somebody lies in it; of countries that no register is kept of nothing is known. */
function isKnown(territory: string, authorities: readonly AuthorityView[]): boolean {
  const country = territory.split('-')[0]!;
  return [territory, country].some((id, at) => authorities.some((authority) => contains(id, authority.territory)) === (at === 0));
}
