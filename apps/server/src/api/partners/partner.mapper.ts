import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { Applicant } from '@app/eligibility/applicant.js';
import { type Evaluation } from '@app/eligibility/evaluate.js';
import type { Merger, MergerOutcome } from '@app/matching/merger.js';
import type { PartnerGroup } from '@app/matching/partner-groups.js';
import { toMatchedCall } from '../matches/match.mapper.js';
import type { GroupMemberDto, MergedAuthorityDto, MergerOutcomeDto, PartnerGroupDto } from './partner.dto.js';

export function toGroupMember({ key, name, population }: AuthorityView): GroupMemberDto {
  return { key, name, ...(population[0] && { population: population[0].value }) };
}

export function toPartnerGroup({ members, nearness, population, explanation, evaluation }: PartnerGroup): PartnerGroupDto {
  return {
    members: members.map(toGroupMember),
    nearness,
    ...(population !== undefined && { population }),
    explanation,
    findings: [...evaluation.findings],
  };
}

export function toMergedAuthority({ types, territory, population }: Applicant): MergedAuthorityDto {
  return {
    types: [...types],
    ...(territory !== undefined && { territory }),
    population: population.map(({ value, asOf }) => ({ value, ...(asOf !== undefined && { asOf }) })),
  };
}

export function toMergerOutcome(
  { parts }: Merger,
  { call, state, outcome, today }: MergerOutcome,
  { findings, missing }: Evaluation,
): MergerOutcomeDto {
  return {
    call: toMatchedCall(call, state),
    outcome,
    today: parts.map(({ key }, i) => ({ key, outcome: today[i]! })),
    findings: [...findings],
    missing: [...missing],
  };
}
