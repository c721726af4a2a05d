import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { Applicant } from '@app/eligibility/applicant.js';
import { ApplicantIndex } from '@app/eligibility/index/applicant-index.js';
import { RuleIndex } from '@app/eligibility/index/rule-index.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { syntheticAuthorities } from './synthetic-authorities.js';
import { syntheticCalls } from './synthetic-calls.js';

/** A register and a catalogue with both indexes over them. */
export interface World {
  readonly authorities: readonly AuthorityView[];
  readonly applicants: readonly Applicant[];
  readonly calls: readonly CallRecord[];
  readonly byApplicant: ApplicantIndex;
  readonly byRule: RuleIndex;
}

export function worldOf(authorityCount: number, callCount: number, seed: number): World {
  const authorities = syntheticAuthorities(authorityCount, seed);
  const applicants = authorities.map(applicantOf);
  const calls = syntheticCalls(callCount, authorities, seed);
  return { authorities, applicants, calls, byApplicant: indexOf(applicants), byRule: RuleIndex.build(calls) };
}

export function indexOf(applicants: readonly Applicant[]): ApplicantIndex {
  return ApplicantIndex.build(applicants.map((applicant, ordinal) => ({ ordinal, applicant })));
}
