import type { Applicant } from '../applicant.js';
import type { Membership } from '../criterion.js';
import { type Judgement, met, unknown, unmet } from '../judgement.js';

/** A closed list of official keys. The list itself may be long, so a finding carries its length only. */
export function judgeAuthority(demand: Membership, applicant: Applicant): Judgement {
  const params = { name: applicant.name, key: applicant.key, count: demand.in.length };
  if (demand.in.length === 0) return unmet('authority-not-listed', params);
  if (applicant.key === undefined) return unknown('authority-key-missing', params, ['key']);
  return demand.in.includes(applicant.key) ? met('authority-listed', params) : unmet('authority-not-listed', params);
}
