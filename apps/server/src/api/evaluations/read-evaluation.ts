import { applicantOf } from '@app/authorities/authority-view.js';
import type { Applicant, Facts } from '@app/eligibility/applicant.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { isKeyOnly, parseApplicant, parseFacts } from '@app/eligibility/parse-applicant.js';
import { parseCriterion } from '@app/eligibility/parse-criterion.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import type { EligibilityEvaluationRequest } from './evaluation.dto.js';

const MAX_MEMBERS = 1_000;

export interface ReadEvaluation {
  readonly rule: Criterion;
  readonly applicant?: Applicant;
  readonly members?: readonly Applicant[];
  readonly facts: Facts;
}

/** An applicant as it was sent, or, when only its key was, as the register knows it. */
function readApplicant(value: unknown, pointer: string, state: MatchingState): { applicant?: Applicant; faults: readonly Fault[] } {
  const { applicant, faults } = parseApplicant(value, pointer);
  if (!applicant || !isKeyOnly(value)) return { applicant, faults };
  const known = state.authority(value.key);
  if (!known) return { faults: [{ pointer: `${pointer}/key`, code: 'unknown-authority' }] };
  return { applicant: { ...applicantOf(known), name: applicant.name ?? known.name }, faults: [] };
}

/** Reads the body of POST /eligibility/evaluations; throws with a pointer to every fault. Either `applicant` or `members` is given. */
export function readEvaluation(body: EligibilityEvaluationRequest, state: MatchingState): ReadEvaluation {
  const { criterion, faults: ruleFaults } = parseCriterion(body.rule, '/rule');
  if (ruleFaults.length > 0) throw new DomainError('invalid-rule', {}, ruleFaults);
  if ((body.applicant === undefined) === (body.members === undefined)) {
    throw new DomainError('invalid', {}, [{ pointer: '', code: 'applicant-or-members' }]);
  }
  const { facts, faults: factFaults } = parseFacts(body.facts, '/facts');
  const one = body.applicant === undefined ? undefined : readApplicant(body.applicant, '/applicant', state);
  const several = body.members === undefined ? undefined : readMembers(body.members, state);
  const faults = [...factFaults, ...(one?.faults ?? []), ...(several?.flatMap((member) => member.faults) ?? [])];
  if (faults.length > 0)
    throw new DomainError(faults.every((fault) => fault.code === 'unknown-authority') ? 'unknown-authority' : 'invalid', {}, faults);
  return { rule: criterion!, applicant: one?.applicant, members: several?.map((member) => member.applicant!), facts };
}

function readMembers(value: unknown, state: MatchingState) {
  if (!Array.isArray(value))
    throw new DomainError('invalid', {}, [{ pointer: '/members', code: 'wrong-type', params: { expected: 'list' } }]);
  if (value.length === 0) throw new DomainError('invalid', {}, [{ pointer: '/members', code: 'no-members' }]);
  if (value.length > MAX_MEMBERS)
    throw new DomainError('invalid', {}, [{ pointer: '/members', code: 'too-many', params: { most: MAX_MEMBERS } }]);
  return value.map((member, index) => readApplicant(member, `/members/${index}`, state));
}
