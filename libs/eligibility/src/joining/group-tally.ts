import { jointPopulationVerdict } from '../criteria/joint-application.js';
import { DEFAULT_MEMBERS } from '../criterion.js';
import { and, not, or, type Verdict } from '../outcome.js';
import { within } from '../range.js';
import type { JoiningPlan, MemberProfile, PlanNode } from './joining-plan.js';

/** All that the verdict on a group asks of its members together; another member is added without looking at the others again. */
export interface GroupTally {
  readonly count: number;
  /** The sum of the figures that are known. */
  readonly people: number;
  readonly withoutFigure: number;
  /** On each leaf whether it holds for all; for each joint application whether all fit, and whether anybody may lead. */
  readonly leaves: readonly Verdict[];
  readonly fits: readonly Verdict[];
  readonly leads: readonly Verdict[];
}

export function tallyOf({ leaves, fits, leads, population }: MemberProfile): GroupTally {
  return { count: 1, people: population ?? 0, withoutFigure: population === undefined ? 1 : 0, leaves, fits, leads };
}

export function withMember(tally: GroupTally, { leaves, fits, leads, population }: MemberProfile): GroupTally {
  return {
    count: tally.count + 1,
    people: tally.people + (population ?? 0),
    withoutFigure: tally.withoutFigure + (population === undefined ? 1 : 0),
    leaves: tally.leaves.map((verdict, i) => (verdict === 'met' ? leaves[i]! : and([verdict, leaves[i]!]))),
    fits: tally.fits.map((verdict, i) => (verdict === 'met' ? fits[i]! : and([verdict, fits[i]!]))),
    leads: tally.leads.map((verdict, i) => (verdict === 'unmet' ? leads[i]! : or([verdict, leads[i]!]))),
  };
}

/** What `evaluateJointly` says of these members, without its reasons: for trying many groups. */
export function verdictOnGroup(plan: JoiningPlan, tally: GroupTally): Verdict {
  const judge = (node: PlanNode): Verdict => {
    if (node.kind === 'leaf') return tally.leaves[node.at]!;
    if (node.kind === 'joint') return verdictOnJoint(plan, node.at, tally);
    const inside = node.inside.map(judge);
    if (node.kind === 'not') return not(inside[0]!);
    return node.kind === 'allOf' ? and(inside) : or(inside);
  };
  return judge(plan.root);
}

function verdictOnJoint(plan: JoiningPlan, at: number, tally: GroupTally): Verdict {
  const { demand, whole } = plan.joints[at]!;
  return and([
    within(demand.members ?? DEFAULT_MEMBERS, tally.count) ? 'met' : 'unmet',
    demand.population === undefined ? 'met' : jointPopulationVerdict(demand.population, tally.people, tally.withoutFigure),
    tally.fits[at]!,
    demand.lead === undefined ? 'met' : tally.leads[at]!,
    whole,
  ]);
}
