import type { Applicant, Facts } from './applicant.js';
import { judgeApplicantType } from './criteria/applicant-type.js';
import { judgeAuthority } from './criteria/authority.js';
import { judgeFact } from './criteria/fact.js';
import { judgePopulation } from './criteria/population.js';
import { judgeTerritory } from './criteria/territory.js';
import type { Leaf } from './criterion.js';
import type { Judgement } from './judgement.js';
import type { NamedTerritories } from './named-territories.js';

/** One leaf, one applicant. `ofTheWhole` are facts given for a joint application: they count instead of the member's. */
export function judgeLeaf(leaf: Leaf, applicant: Applicant, named: NamedTerritories, ofTheWhole?: Facts): Judgement {
  if ('applicantType' in leaf) return judgeApplicantType(leaf.applicantType, applicant);
  if ('population' in leaf) return judgePopulation(leaf.population, applicant);
  if ('territory' in leaf) return judgeTerritory(leaf.territory, applicant, named);
  if ('authority' in leaf) return judgeAuthority(leaf.authority, applicant);
  return judgeFact(leaf.fact, ofTheWhole?.has(leaf.fact.name) ? ofTheWhole : applicant.facts);
}
