import type { Criterion } from '@app/eligibility/criterion.js';
import { tagName } from '@app/eligibility/tag-names.js';
import type { Locale } from '@app/kernel/locale.js';
import type { ApplicantType } from './opportunity.js';

/** Tags (contract §2) in the words of the standard; any other tag is `custom` under its own name. */
const VALUES: Readonly<Record<string, string>> = {
  municipality: 'government_municipal',
  town: 'government_municipal',
  market: 'government_municipal',
  independent_city: 'government_municipal',
  district_municipality: 'government_municipal',
  large_district_town: 'government_municipal',
  city_state: 'government_municipal',
  association_member: 'government_municipal',
  commune: 'government_municipal',
  county: 'government_county',
  state: 'government_state',
  intermunicipal_body: 'government_special_district',
  special_purpose_association: 'government_special_district',
  epci: 'government_special_district',
};

/** The kinds that a rule names, whatever else it demands; undefined when it names none. What it excludes (`not`) is no kind that may apply. */
export function applicantTypesOf(rule: Criterion, locale: Locale): ApplicantType[] | undefined {
  const types = new Map<string, ApplicantType>();
  for (const tag of new Set(tagsIn(rule))) {
    const value = VALUES[tag] ?? 'custom';
    const key = value === 'custom' ? tag : value;
    const known = types.get(key);
    const description = [known?.description, tagName(tag, locale, true)].filter((name) => name !== undefined).join(', ');
    types.set(key, { value, ...(value === 'custom' && { customValue: tag }), description });
  }
  return types.size > 0 ? [...types.values()] : undefined;
}

function tagsIn(rule: Criterion): readonly string[] {
  if ('allOf' in rule) return rule.allOf.flatMap(tagsIn);
  if ('anyOf' in rule) return rule.anyOf.flatMap(tagsIn);
  if ('applicantType' in rule) return rule.applicantType.in;
  if (!('jointApplication' in rule)) return [];
  const { eachMember, lead } = rule.jointApplication;
  return [eachMember, lead].flatMap((part) => (part ? tagsIn(part) : []));
}
