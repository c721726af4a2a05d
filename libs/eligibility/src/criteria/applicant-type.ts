import type { Applicant } from '../applicant.js';
import type { Membership } from '../criterion.js';
import { type Judgement, met, unmet } from '../judgement.js';

/** Any of the applicant's tags is in the list. No tag at all is an answer, not a gap: who is nothing of the list is not meant. */
export function judgeApplicantType(demand: Membership, applicant: Applicant): Judgement {
  const matching = applicant.types.filter((tag) => demand.in.includes(tag));
  const params = { name: applicant.name, in: demand.in, types: applicant.types };
  return matching.length > 0 ? met('applicant-type-among', { ...params, matching }) : unmet('applicant-type-other', params);
}
