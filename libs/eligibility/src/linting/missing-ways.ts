import type { Applicant } from '../applicant.js';
import { type Criterion, children, leavesOf, type Placed } from '../criterion.js';
import { outcomeFor } from '../evaluate.js';
import type { LintContext } from './lint.js';
import type { Remark } from './unknown-names.js';

/** "Kommune", "Kommunen" as a word of its own: means counties too, more often than not. */
const SAYS_KOMMUNEN = /(?<!\p{L})Kommunen?(?!\p{L})/iu;
/** "Gemeinden", "Gemeindeverbände": in several states municipalities act through their associations. */
const SAYS_GEMEINDEN = /(?<!\p{L})(?:Gemeinden?|Gemeindeverb(?:and|ands|andes|ände|änden))(?!\p{L})/iu;

const ASSOCIATIONS = ['municipal_association', 'amt', 'samtgemeinde', 'verbandsgemeinde', 'verwaltungsgemeinschaft'];

/** Kinds of authorities that the text of the call may mean and that the rule leaves out. */
export function missingWays(rule: Criterion, context: LintContext): Remark[] {
  const place = placeOfMunicipalities(rule);
  if (place === undefined || !hasWayFor(rule, ['municipality', 'town', 'market', 'district_municipality', 'independent_city'])) return [];
  const text = [...(context.texts ?? []), ...passagesIn(rule)].join('\n');
  const remarks: Remark[] = [];
  if (SAYS_KOMMUNEN.test(text) && !hasWayFor(rule, ['county'])) {
    remarks.push({ ...place, code: 'municipality-without-county', at: '/applicantType', params: {} });
  }
  if (SAYS_GEMEINDEN.test(text) && !hasWayFor(rule, ASSOCIATIONS)) {
    remarks.push({ ...place, code: 'no-association-way', at: '/applicantType', params: {} });
  }
  return remarks;
}

/** The first list of kinds that names municipalities. */
export function placeOfMunicipalities(rule: Criterion): Placed | undefined {
  const names = ['municipality', 'town'];
  return leavesOf(rule).find(
    ({ criterion }) => 'applicantType' in criterion && criterion.applicantType.in.some((tag) => names.includes(tag)),
  );
}

/** Whether somebody with these tags, of whom nothing else is known, might be let in. To be on a list of names is no way for a kind. */
function hasWayFor(rule: Criterion, types: readonly string[]): boolean {
  const somebody: Applicant = { key: 'ZZ:0', types, population: [], facts: new Map() };
  return outcomeFor(rule, somebody) !== 'ineligible';
}

function passagesIn(criterion: Criterion): string[] {
  const { source, label } = criterion;
  return [source?.quote ?? '', label?.de ?? '', ...children(criterion).flatMap((child) => passagesIn(child.criterion))];
}
