import { connectiveOf } from './connective.js';
import { type Criterion, children, isLeaf, type JointCriterion, type Placed } from './criterion.js';
import type { Evaluation, Finding } from './evaluation.js';
import { and, or, type Verdict } from './outcome.js';
import type { Line } from './rule-tree.js';

/**
 * The verdict on every line of a rule, reckoned from the findings of its leaves. Of one applicant a joint application shows whether it
 * could be a member; the lines above it are read as applying alone unless that is ruled out.
 */
export class LineVerdicts {
  private readonly byPath: ReadonlyMap<string, readonly Finding[]>;
  /** Undefined where one applies alone. */
  private readonly members: readonly number[] | undefined;
  private readonly isReadAlone: boolean;
  private readonly leadAt: ReadonlyMap<string, Placed>;

  constructor(rule: Criterion, evaluation: Evaluation) {
    this.byPath = Map.groupBy(evaluation.findings, ({ path }) => path);
    this.leadAt = new Map(leadsOf({ path: '', criterion: rule }).map((lead) => [lead.path, lead]));
    const numbers = evaluation.findings.flatMap(({ member }) => member ?? []);
    // a rule without a leaf about members has no finding that counts them, but the demand on their number does
    const counted = evaluation.findings.find(({ code }) => code === 'members-within' || code === 'members-outside')?.params.value;
    const isJoint = numbers.length > 0 || counted !== undefined;
    this.members = isJoint ? Array.from({ length: Math.max(Number(counted ?? 0), ...numbers.map((n) => n + 1)) }, (_, i) => i) : undefined;
    this.isReadAlone = this.members === undefined && this.verdict({ path: '', criterion: rule }, undefined, true) !== 'unmet';
  }

  findings(path: string): readonly Finding[] {
    return this.byPath.get(path) ?? [];
  }

  /** Whether several apply together. */
  get isJoint(): boolean {
    return this.members !== undefined;
  }

  of({ path, criterion, scope }: Line): Verdict {
    if (criterion === undefined) return this.ofDemand(path);
    const place = { path, criterion };
    if (scope === 'eachMember') return and(this.ofEach(place).filter((_, i) => !this.leads(path, i)));
    if (scope === 'lead') return or(this.ofEach(place));
    return 'jointApplication' in criterion ? this.joint(place, criterion) : this.verdict(place, undefined, this.isReadAlone);
  }

  /** A demand on the application as a whole has one finding of its own; for one applicant it has none and stays open. */
  private ofDemand(path: string): Verdict {
    return this.findings(path).find(({ member }) => member === undefined)?.verdict ?? 'unknown';
  }

  /** Who leads need not be what the others must be. */
  private leads(path: string, member: number): boolean {
    const [joint] = path.split('/eachMember', 1);
    const lead = this.isJoint ? this.leadAt.get(`${joint}/lead`) : undefined;
    return lead !== undefined && this.verdict(lead, member) === 'met';
  }

  private ofEach(place: Placed): Verdict[] {
    return this.members === undefined ? [this.verdict(place)] : this.members.map((member) => this.verdict(place, member));
  }

  private verdict(place: Placed, member?: number, isReadAlone = false): Verdict {
    const { path, criterion } = place;
    if (isLeaf(criterion)) return this.leaf(path, member);
    if ('jointApplication' in criterion) return isReadAlone ? 'unmet' : this.joint(place, criterion);
    return connectiveOf(criterion)(children(criterion, path).map((child) => this.verdict(child, member, isReadAlone)));
  }

  private leaf(path: string, member: number | undefined): Verdict {
    const findings = this.findings(path).filter(
      (finding) => member === undefined || finding.member === undefined || finding.member === member,
    );
    return findings.length === 0 ? 'unknown' : and(findings.map(({ verdict }) => verdict));
  }

  private joint({ path, criterion }: Placed, { jointApplication: demand }: JointCriterion): Verdict {
    const at = `${path}/jointApplication`;
    const part = (name: 'eachMember' | 'lead' | 'whole') => children(criterion, path).find((child) => child.path === `${at}/${name}`);
    const [eachMember, lead, whole] = [part('eachMember'), part('lead'), part('whole')];
    const leads = lead === undefined ? [] : this.ofEach(lead);
    const each = eachMember === undefined ? [] : this.ofEach(eachMember);
    const fits = (this.members ?? [0]).map((_, i) => or([eachMember === undefined ? 'met' : each[i]!, leads[i] ?? 'unmet']));
    if (this.members === undefined) return and(fits);
    const demands = [demand.members === undefined ? at : `${at}/members`, ...(demand.population === undefined ? [] : [`${at}/population`])];
    return and([
      ...demands.map((demanded) => this.ofDemand(demanded)),
      ...fits,
      ...(lead === undefined ? [] : [or(leads)]),
      ...(whole === undefined ? [] : [this.verdict(whole)]),
    ]);
  }
}

function leadsOf({ path, criterion }: Placed): Placed[] {
  const inside = children(criterion, path);
  if ('jointApplication' in criterion) return inside.filter((child) => child.path === `${path}/jointApplication/lead`);
  return inside.flatMap(leadsOf);
}
