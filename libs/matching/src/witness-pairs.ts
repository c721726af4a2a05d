import type { Applicant, Facts } from '@app/eligibility/applicant.js';
import type { Criterion, JointDemand } from '@app/eligibility/criterion.js';
import { type Evaluation, evaluate, outcomeFor } from '@app/eligibility/evaluate.js';
import { evaluateJointly } from '@app/eligibility/evaluate-jointly.js';
import { exemplarsOf } from '@app/eligibility/linting/exemplars.js';
import { decisiveContext, surroundingsOf } from '@app/eligibility/linting/surroundings.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { Outcome, Verdict } from '@app/eligibility/outcome.js';
import type { NumericBound } from './numeric-bounds.js';

/** What the evaluator says of somebody made up. */
export interface Sample {
  readonly verdict: Verdict;
  readonly outcome: Outcome;
}

/** The same applicant, or group, just inside and just outside of a bound. */
export interface Pair {
  readonly path: string;
  /** Whether both meet what stands beside the bound; if not, the pair shows little. */
  readonly isFitting: boolean;
  readonly applicant: Applicant;
  readonly inside: Sample;
  readonly outside: Sample;
}

/** Larger groups take too long to make up. */
const MOST_MEMBERS = 1_000;
const MOST_GROUPS = 8;

/** Pairs to choose the most telling from; at least one wherever the surroundings of the bound can be met at all. */
export function pairsAt(rule: Criterion, line: NumericBound, named: NamedTerritories): Pair[] {
  return line.kind === 'members' || line.kind === 'joint-population' ? pairsOfGroups(rule, line, named) : pairsOfOne(rule, line, named);
}

function pairsOfOne(rule: Criterion, line: NumericBound, named: NamedTerritories): Pair[] {
  const settled = (value: number) => {
    const { criterion } = line;
    if ('fact' in criterion) return { fact: { name: criterion.fact.name, value } };
    return { population: { value, ...('population' in criterion ? { asOf: criterion.population.asOf } : {}) } };
  };
  return surroundings(rule, line.path).flatMap((around) => {
    const fits = (one: Applicant) => outcomeFor(around, one, named) !== 'ineligible';
    const beyond = exemplarsOf(around, settled(line.outside), named);
    return exemplarsOf(around, settled(line.inside), named).flatMap((applicant, way): Pair[] => {
      const other = beyond[way];
      if (other === undefined) return [];
      const sample = (one: Applicant) => sampleOf(evaluate(rule, one, named), line.path);
      return [{ path: line.path, isFitting: fits(applicant) && fits(other), applicant, inside: sample(applicant), outside: sample(other) }];
    });
  });
}

/** First those for whom the bound decides; where nobody is, because the bound is idle, those that meet what stands beside it. */
function surroundings(rule: Criterion, path: string): Criterion[] {
  return [decisiveContext(rule, path), { allOf: surroundingsOf(rule, path).needed }];
}

interface Group {
  readonly members: readonly Applicant[];
  readonly facts: Facts;
}

function pairsOfGroups(rule: Criterion, line: NumericBound, named: NamedTerritories): Pair[] {
  if (!('jointApplication' in line.criterion) || (line.kind === 'members' && line.limit >= MOST_MEMBERS)) return [];
  const { criterion } = line;
  const path = `${line.path}/jointApplication/${line.kind === 'members' ? 'members' : 'population'}`;
  const sample = ({ members, facts }: Group) => sampleOf(evaluateJointly(rule, members, facts, named), path);
  const groups = (value: number) => groupsOf(rule, line, criterion.jointApplication, value, named);
  const beyond = groups(line.outside);
  return groups(line.inside).flatMap((group, i): Pair[] => {
    const other = beyond[i];
    const [first] = group.members;
    if (other === undefined || first === undefined) return [];
    return [{ path, isFitting: true, applicant: first, inside: sample(group), outside: sample(other) }];
  });
}

/** Groups of like members, led by the first; `value` is their number or their joint population. */
function groupsOf(rule: Criterion, line: NumericBound, demand: JointDemand, value: number, named: NamedTerritories): Group[] {
  const [facts = new Map()] = exemplarsOf(demand.whole ?? { allOf: [] }, {}, named).map((exemplar) => exemplar.facts);
  return surroundings(rule, line.path).flatMap((around) =>
    sizesOf(line, demand, value).flatMap((size) => membersOf(around, demand, size, named).map((members) => ({ members, facts }))),
  );
}

interface Size {
  readonly count: number;
  /** Joint population; undefined where nobody asks for it. */
  readonly total?: number;
}

/** For a joint population groups of several sizes: a member may be bounded too. */
function sizesOf(line: NumericBound, { members = {}, population }: JointDemand, value: number): Size[] {
  if (line.kind === 'members')
    return [{ count: value, total: population && (population.atLeast ?? population.atMost ?? population.lessThan ?? 0) }];
  const least = Math.max(members.moreThan === undefined ? 2 : members.moreThan + 1, members.atLeast ?? 2);
  return [least, least + 3, least + 9].filter((count) => count <= MOST_MEMBERS).map((count) => ({ count, total: value }));
}

function membersOf(
  around: Criterion,
  { eachMember = { allOf: [] }, lead = eachMember }: JointDemand,
  { count, total }: Size,
  named: NamedTerritories,
) {
  const share = total === undefined ? 0 : Math.floor(total / count);
  const like = (criterion: Criterion, inhabitants: number) =>
    exemplarsOf({ allOf: [around, criterion] }, total === undefined ? {} : { population: { value: inhabitants } }, named).slice(
      0,
      MOST_GROUPS,
    );
  const others = like(eachMember, share);
  return like(lead, (total ?? 0) - share * (count - 1)).flatMap((leader, way): Applicant[][] => {
    const other = others[way] ?? others[0];
    return other === undefined ? [] : [[leader, ...Array.from({ length: count - 1 }, () => other)]];
  });
}

function sampleOf({ outcome, findings }: Evaluation, path: string): Sample {
  return { outcome, verdict: findings.find((finding) => finding.path === path)?.verdict ?? 'unknown' };
}
