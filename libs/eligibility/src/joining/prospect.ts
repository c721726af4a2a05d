import { DEFAULT_MEMBERS, type Range } from '../criterion.js';
import { within } from '../range.js';
import type { GroupTally } from './group-tally.js';
import type { JoiningPlan, PlanNode } from './joining-plan.js';

/** Who could still be added to a group. */
export interface Reserve {
  /** How many will be added. */
  readonly members: number;
  /** How many people they bring together, at least and at most. */
  readonly fewestPeople: number;
  readonly mostPeople: number;
  /** Whether one of them would make this leaf unmet, may lead this joint application. */
  readonly breaks: (leaf: number) => boolean;
  readonly leads: (joint: number) => boolean;
}

/** Any number of anybody. */
export const ANYBODY: Reserve = {
  members: Number.POSITIVE_INFINITY,
  fewestPeople: 0,
  mostPeople: Number.POSITIVE_INFINITY,
  breaks: () => true,
  leads: () => true,
};

/** What a node could become. */
interface Prospect {
  readonly met: boolean;
  readonly unmet: boolean;
}

/**
 * Whether a group could be eligible once the reserve has joined it. A yes may be wrong, a no never is: nobody who is left out of the
 * search because of it belongs to an eligible group.
 */
export function couldBeEligible(plan: JoiningPlan, tally: GroupTally, reserve: Reserve): boolean {
  const look = (node: PlanNode): Prospect => {
    if (node.kind === 'leaf') return ofLeaf(node.at, tally, reserve);
    if (node.kind === 'joint') return { met: couldJoin(plan, node.at, tally, reserve), unmet: true };
    const inside = node.inside.map(look);
    if (node.kind === 'not') return { met: inside[0]!.unmet, unmet: inside[0]!.met };
    if (node.kind === 'allOf') return { met: inside.every(({ met }) => met), unmet: inside.some(({ unmet }) => unmet) };
    return { met: inside.some(({ met }) => met), unmet: inside.every(({ unmet }) => unmet) };
  };
  return look(plan.root).met;
}

/** What holds for all holds for fewer and fewer as more join. */
function ofLeaf(at: number, { leaves }: GroupTally, reserve: Reserve): Prospect {
  return { met: leaves[at] === 'met', unmet: leaves[at] === 'unmet' || (reserve.members > 0 && reserve.breaks(at)) };
}

function couldJoin(plan: JoiningPlan, at: number, tally: GroupTally, reserve: Reserve): boolean {
  const { demand, whole } = plan.joints[at]!;
  const isLed = demand.lead === undefined || tally.leads[at] === 'met' || (reserve.members > 0 && reserve.leads(at));
  return (
    whole === 'met' &&
    tally.fits[at] === 'met' &&
    isLed &&
    couldCount(demand.members ?? DEFAULT_MEMBERS, tally.count, reserve.members) &&
    (demand.population === undefined || couldAddUp(demand.population, tally, reserve))
  );
}

/** Of a reserve without end the lower bounds say nothing. */
function couldCount(range: Range, count: number, more: number): boolean {
  return Number.isFinite(more) ? within(range, count + more) : within(upperBounds(range), count);
}

function couldAddUp(range: Range, { people, withoutFigure }: GroupTally, reserve: Reserve): boolean {
  const upper = upperBounds(range);
  // With an upper bound one missing figure is enough never to know.
  if (withoutFigure > 0 && (upper.atMost !== undefined || upper.lessThan !== undefined)) return false;
  return within(upper, people + reserve.fewestPeople) && within(lowerBounds(range), people + reserve.mostPeople);
}

function upperBounds({ atMost, lessThan }: Range): Range {
  return { ...(atMost !== undefined && { atMost }), ...(lessThan !== undefined && { lessThan }) };
}

function lowerBounds({ atLeast, moreThan }: Range): Range {
  return { ...(atLeast !== undefined && { atLeast }), ...(moreThan !== undefined && { moreThan }) };
}
