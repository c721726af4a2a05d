import { type Applicant, type Facts, figureFor } from '../applicant.js';
import { connectiveOf } from '../connective.js';
import { type Criterion, children, isLeaf, type JointDemand, type Leaf } from '../criterion.js';
import { judgeLeaf } from '../judge-leaf.js';
import type { NamedTerritories } from '../named-territories.js';
import { or, type Verdict } from '../outcome.js';

/** A rule with its leaves and joint applications numbered; what stands inside a joint application is judged once for each member. */
export type PlanNode =
  | { readonly kind: 'leaf'; readonly at: number }
  | { readonly kind: 'joint'; readonly at: number }
  | { readonly kind: 'allOf' | 'anyOf' | 'not'; readonly inside: readonly PlanNode[] };

export interface JointPlan {
  readonly demand: JointDemand;
  /** What the facts given for the application say of `whole`: the same for every group. */
  readonly whole: Verdict;
}

export interface JoiningPlan {
  readonly root: PlanNode;
  readonly leaves: readonly Leaf[];
  readonly joints: readonly JointPlan[];
}

/** All that a group's verdict asks of one member: its verdict on each leaf, and for each joint application whether it fits and may lead. */
export interface MemberProfile {
  readonly leaves: readonly Verdict[];
  readonly fits: readonly Verdict[];
  readonly leads: readonly Verdict[];
  /** The newest figure. */
  readonly population: number | undefined;
}

/** What is known beside the members. */
export interface Known {
  readonly facts: Facts;
  readonly named: NamedTerritories;
}

export function joiningPlan(rule: Criterion, known: Known): JoiningPlan {
  const leaves: Leaf[] = [];
  const joints: JointPlan[] = [];
  const nobody: Applicant = { types: [], population: [], facts: known.facts };
  const plan = (criterion: Criterion): PlanNode => {
    if (isLeaf(criterion)) return { kind: 'leaf', at: leaves.push(criterion) - 1 };
    if ('jointApplication' in criterion) {
      const { jointApplication: demand } = criterion;
      const whole = demand.whole === undefined ? 'met' : verdictOn(demand.whole, nobody, known);
      return { kind: 'joint', at: joints.push({ demand, whole }) - 1 };
    }
    const kind = 'allOf' in criterion ? 'allOf' : 'anyOf' in criterion ? 'anyOf' : 'not';
    return { kind, inside: children(criterion).map((child) => plan(child.criterion)) };
  };
  return { root: plan(rule), leaves, joints };
}

export function profileOf({ leaves, joints }: JoiningPlan, applicant: Applicant, known: Known): MemberProfile {
  const leads = joints.map(({ demand }) => (demand.lead === undefined ? 'unmet' : verdictOn(demand.lead, applicant, known)));
  const fits = joints.map(({ demand }, i) =>
    or([demand.eachMember === undefined ? 'met' : verdictOn(demand.eachMember, applicant, known), leads[i]!]),
  );
  return {
    leaves: leaves.map((leaf) => verdictOn(leaf, applicant, known)),
    fits,
    leads,
    population: figureFor(undefined, applicant.population)?.value,
  };
}

/** One applicant by itself; inside a joint application there is no other. */
function verdictOn(criterion: Criterion, applicant: Applicant, known: Known): Verdict {
  if (isLeaf(criterion)) return judgeLeaf(criterion, applicant, known.named, known.facts).verdict;
  return connectiveOf(criterion)(children(criterion).map((child) => verdictOn(child.criterion, applicant, known)));
}
