import type { Criterion } from '@app/eligibility/criterion.js';
import { lineOf, listOf, objectOf } from './foreign-json.js';

const TAGS: Readonly<Record<string, readonly string[]>> = {
  government_municipal: ['municipality'],
  government_county: ['county'],
  government_state: ['state'],
  government_special_district: ['special_purpose_association', 'intermunicipal_body'],
};
const EVERYBODY = ['unrestricted', 'organization'];
const MOST_TAGS = 200;

/** Who may apply, by the kinds that an opportunity accepts. None named: everybody. A kind that we have no tag for keeps its name, and is linted. */
export function ruleOfTypes(acceptedApplicantTypes: unknown): Criterion {
  const values = listOf(acceptedApplicantTypes).flatMap((type) => {
    const { value, customValue } = objectOf(type);
    return lineOf(value === 'custom' ? customValue : value, 100) ?? [];
  });
  if (values.length === 0 || values.some((value) => EVERYBODY.includes(value))) return { allOf: [] };
  return { applicantType: { in: [...new Set(values.flatMap((value) => TAGS[value] ?? [value]))].slice(0, MOST_TAGS) } };
}
