import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { type Criterion, children, hasJointApplication } from '@app/eligibility/criterion.js';
import { type Evaluation, evaluate } from '@app/eligibility/evaluate.js';
import type { Nearness } from '@app/eligibility/joining/nearness.js';
import type { Candidate } from '@app/eligibility/joining/partner.js';
import { smallestGroups } from '@app/eligibility/joining/smallest-groups.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Localized } from '@app/kernel/locale.js';
import { Injectable } from '@nestjs/common';
import { MatchingIndex } from './matching-index.js';
import type { MatchingState } from './matching-state.js';
import { explanationOf, type NoGroupReason, noGroupText } from './partner-texts.js';

export interface PartnerGroup {
  /** Whoever asked first, then the nearest first. */
  readonly members: readonly AuthorityView[];
  /** Of the farthest member. */
  readonly nearness: Nearness;
  /** The sum of the newest figures; absent where a member has none. */
  readonly population?: number;
  readonly explanation: Localized;
  readonly evaluation: Evaluation;
}

export interface PartnerGroups {
  readonly authority: AuthorityView;
  readonly groups: readonly PartnerGroup[];
  /** False: there are more possibilities than were tried. */
  readonly isComplete: boolean;
  /** Why there is no group; absent where there are some. */
  readonly reason?: { readonly code: NoGroupReason; readonly text: Localized };
}

/** With whom an authority could apply for a published call. */
@Injectable()
export class PartnersOfCall {
  constructor(private readonly index: MatchingIndex) {}

  /** Throws 'not-found' for an unknown call or a draft, 'unknown-authority' (at `/for`) for an unknown key. */
  async run(callId: string, key: string): Promise<PartnerGroups> {
    const state = await this.index.current();
    const call = state.calls.get(callId)?.call;
    if (!call) throw new DomainError('not-found');
    const authority = state.authority(key);
    if (!authority) throw new DomainError('unknown-authority', {}, [{ pointer: '/for', code: 'unknown-authority' }]);
    return partnerGroups(state, call.rule, authority);
  }
}

export function partnerGroups(state: MatchingState, rule: Criterion, authority: AuthorityView): PartnerGroups {
  if (!hasJointApplication(rule)) return { authority, groups: [], isComplete: true, reason: reasonOf('no-joint-application') };
  const toCandidate = candidates(state);
  const { groups, isComplete } = smallestGroups(rule, toCandidate(authority), everybody(state, toCandidate), { named: state.named });
  const found = groups.map(
    ({ members, nearness, population, evaluation }): PartnerGroup => ({
      members: members.map(({ key }) => state.authority(key)!),
      nearness,
      ...(population !== undefined && { population }),
      explanation: explanationOf(nearness, evaluation),
      evaluation,
    }),
  );
  const reason = found.length > 0 ? undefined : reasonOf(whyNone(rule, authority, state.named, isComplete));
  return { authority, groups: found, isComplete, ...(reason && { reason }) };
}

function* everybody(state: MatchingState, toCandidate: (authority: AuthorityView) => Candidate): Generator<Candidate> {
  for (const authority of state.authorities.values()) yield toCandidate(authority);
}

/** An association belongs to itself, so that its municipalities are near it. */
function candidates(state: MatchingState): (authority: AuthorityView) => Candidate {
  const isAssociation = ({ types }: AuthorityView) => types.includes('municipal_association');
  return (authority) => {
    const parent = authority.parentKey === null ? undefined : state.authority(authority.parentKey);
    const association = [authority, parent].find((each) => each !== undefined && isAssociation(each))?.key;
    return { key: authority.key, ...(association !== undefined && { association }), applicant: applicantOf(authority) };
  };
}

function whyNone(rule: Criterion, authority: AuthorityView, named: NamedTerritories, isComplete: boolean): NoGroupReason {
  const { outcome } = evaluate(rule, applicantOf(authority), named);
  if (outcome === 'eligible') return 'eligible-alone';
  if (outcome === 'ineligible') return 'cannot-join';
  if (outcome === 'undetermined') return 'facts-missing';
  if (asksForFactsOfApplication(rule)) return 'facts-of-application';
  return isComplete ? 'no-group' : 'search-too-large';
}

function asksForFactsOfApplication(rule: Criterion): boolean {
  if ('jointApplication' in rule) return rule.jointApplication.whole !== undefined;
  return children(rule).some(({ criterion }) => asksForFactsOfApplication(criterion));
}

function reasonOf(code: NoGroupReason): { code: NoGroupReason; text: Localized } {
  return { code, text: noGroupText(code) };
}
