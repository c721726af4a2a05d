import { applicantOf } from '@app/authorities/authority-view.js';
import type { LintContext } from '@app/eligibility/linting/lint.js';
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
    knownFact: (name) => facts.has(name),
    named: state.named,
    independentCities: authorities.filter(({ types }) => types.includes('independent_city')).map(applicantOf),
  };
}
