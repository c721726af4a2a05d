import { judgeJointPopulation, judgeLead, judgeMemberCount } from './criteria/joint-application.js';
import type { JointCriterion, Range } from './criterion.js';
import { type Finding, findingOf } from './evaluation.js';
import { type Application, type Judged, judgeMembers, judgeWhole } from './judge-members.js';
import type { Judgement } from './judgement.js';
import { and, or, type Verdict } from './outcome.js';

/** What a joint application demands, each judged; absent where the rule does not ask for it. */
interface Parts {
  readonly count: Judgement;
  readonly population?: Judgement;
  readonly eachMember?: Judged;
  readonly lead?: Judged;
  readonly whole?: Judged;
}

/**
 * Met by an application with that many members, with that joint population, of whom each satisfies `eachMember` or `lead` (a missing
 * `eachMember` is met by everyone), at least one `lead` where it is given, and which itself satisfies `whole` (contract §3).
 */
export function judgeJointApplication(path: string, criterion: JointCriterion, application: Application): Judged {
  const parts = judgeParts(`${path}/jointApplication`, criterion, application);
  const fits = application.members.map((_, i) => or([parts.eachMember?.each[i] ?? 'met', parts.lead?.each[i] ?? 'unmet']));
  const verdict = and([
    parts.count.verdict,
    parts.population?.verdict ?? 'met',
    ...fits,
    parts.lead === undefined ? 'met' : or(parts.lead.each),
    parts.whole?.verdict ?? 'met',
  ]);
  return { verdict, each: [], findings: findingsOf(path, criterion, parts), missing: () => missingOf(parts, fits) };
}

function judgeParts(path: string, { jointApplication: demand }: JointCriterion, application: Application): Parts {
  const { members, population, eachMember, lead, whole } = demand;
  const sum = (range: Range) => judgeJointPopulation(range, application.members);
  return {
    count: judgeMemberCount(members, application.members.length),
    ...(population && { population: sum(population) }),
    ...(eachMember && { eachMember: judgeMembers({ path: `${path}/eachMember`, criterion: eachMember }, application) }),
    ...(lead && { lead: judgeMembers({ path: `${path}/lead`, criterion: lead }, application) }),
    ...(whole && { whole: judgeWhole({ path: `${path}/whole`, criterion: whole }, application) }),
  };
}

/** The demands on the application stand at their own place, a default number of members at the node itself. */
function findingsOf(path: string, criterion: JointCriterion, parts: Parts): Finding[] {
  const at = (part: string, judgement: Judgement) => findingOf(`${path}/jointApplication${part}`, criterion, judgement);
  return [
    at(criterion.jointApplication.members === undefined ? '' : '/members', parts.count),
    ...(parts.population === undefined ? [] : [at('/population', parts.population)]),
    ...(parts.eachMember?.findings ?? []),
    ...(parts.lead === undefined ? [] : [...parts.lead.findings, at('/lead', judgeLead(or(parts.lead.each)))]),
    ...(parts.whole?.findings ?? []),
  ];
}

/** Asked only where the joint application is unknown, so that no demand is unmet and every open one could decide. */
function missingOf(parts: Parts, fits: readonly Verdict[]): string[] {
  const { eachMember, lead, whole } = parts;
  const isLedByNobodyYet = lead !== undefined && or(lead.each) === 'unknown';
  const ofMembers = fits.flatMap((fit, i) => [
    ...(fit === 'unknown' && eachMember?.each[i] === 'unknown' ? eachMember.missing(i) : []),
    ...((fit === 'unknown' || isLedByNobodyYet) && lead?.each[i] === 'unknown' ? lead.missing(i) : []),
  ]);
  return [...(parts.population?.missing ?? []), ...ofMembers, ...(whole?.verdict === 'unknown' ? whole.missing() : [])];
}
