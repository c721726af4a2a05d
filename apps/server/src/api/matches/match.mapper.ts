import type { AuthorityView } from '@app/authorities/authority-view.js';
import { concealFacts } from '@app/eligibility/conceal-facts.js';
import type { Evaluation } from '@app/eligibility/evaluate.js';
import { titleOf } from '@app/funding/call-record.js';
import type { Actor } from '@app/kernel/actor.js';
import type { PastMatch } from '@app/matching/matches-at.js';
import type { OtherVintage } from '@app/matching/other-vintages.js';
import type { UnverifiedFact } from '@app/matching/unverified-facts.js';
import { maySeeFact } from '../authorities/authority.mapper.js';
import type { AuthorityMatchDto, MatchedCallDto } from './match.dto.js';

/** Of facts that only an authority's own staff may see, others get the code of the finding and not the value (contract §2). */
export function evaluationFor(actor: Actor | undefined, authority: AuthorityView, evaluation: Evaluation): Evaluation {
  const hidden = new Set(authority.facts.filter((fact) => !maySeeFact(actor, authority, fact.visibility)).map((fact) => fact.name));
  return concealFacts(evaluation, (fact) => !hidden.has(fact));
}

/** "Not verified since": never silently, though the day of a fact is only for those who may see it. */
export function unverifiedFor(
  actor: Actor | undefined,
  authority: AuthorityView,
  facts: readonly UnverifiedFact[],
): Pick<AuthorityMatchDto, 'unverified'> {
  if (facts.length === 0) return {};
  const visible = new Set(authority.facts.flatMap((fact) => (maySeeFact(actor, authority, fact.visibility) ? fact.name : [])));
  return { unverified: facts.map(({ name, since }) => ({ fact: name, ...(visible.has(name) ? { since } : {}) })) };
}

/** A call with its status and outcome for an authority, today's or of a past day. */
export function toAuthorityMatch(
  actor: Actor | undefined,
  authority: AuthorityView,
  { call, state, evaluation, unverified, vintages = [] }: PastMatch & { readonly vintages?: readonly OtherVintage[] },
): AuthorityMatchDto {
  const { outcome, findings, missing } = evaluationFor(actor, authority, evaluation);
  return {
    call: toMatchedCall(call, state),
    outcome,
    findings: [...findings],
    missing: [...missing],
    ...unverifiedFor(actor, authority, unverified),
    ...(vintages.length > 0 ? { vintages: [...vintages] } : {}),
  };
}

export function toMatchedCall(call: PastMatch['call'], state: PastMatch['state']): MatchedCallDto {
  return {
    id: call.id,
    title: { de: titleOf(call, 'de'), en: titleOf(call, 'en') },
    status: state.status,
    ...(state.closesAt ? { closesAt: state.closesAt.toString() } : {}),
    ...(state.daysLeft === undefined ? {} : { daysLeft: state.daysLeft }),
  };
}
