import type { Applicant } from '../applicant.js';
import { type Criterion, children, isLeaf, type JointCriterion, type Placed } from '../criterion.js';
import type { NamedTerritories } from '../named-territories.js';
import { type Condition, isMetBy } from './condition.js';
import { Conditions } from './conditions.js';
import { nearestValues } from './nearest-values.js';
import { valueNow } from './value-now.js';

/** One way to meet a rule: it is met as soon as all conditions are. */
export interface Way {
  /** In the order in which they were come upon; no two alike. */
  readonly conditions: readonly Condition[];
  readonly bits: bigint;
  readonly weight: number;
}

/** Of more ways than this to meet one node the likeliest are looked at. */
const MOST_WAYS = 200;
/** So many conditions are put together to ways; the fewer are left, the fewer ways of each node are followed, in the end the likeliest. */
const MOST_STEPS = 100_000;
/** Of more than these only the likeliest are compared, and more conditions on one figure or fact are held against each other at the end. */
const MOST_COMPARED = 1_000;
const MOST_BESIDE = 20;

const NOTHING_TO_MEET: Way = { conditions: [], bits: 0n, weight: 0 };

/**
 * Every way to meet the rule, the likeliest first; of ways that ask for more than another one the other only. Beyond 200 ways for one
 * node, or 100,000 steps, the unlikely ones are left out.
 */
export function waysToMeet(rule: Criterion, applicant: Applicant, named: NamedTerritories): readonly Way[] {
  return new WayFinder(applicant, named).ways({ path: '', criterion: rule }, true);
}

class WayFinder {
  private readonly conditions: Conditions;
  private steps = 0;

  constructor(
    private readonly applicant: Applicant,
    named: NamedTerritories,
  ) {
    this.conditions = new Conditions(applicant, named);
  }

  ways({ path, criterion }: Placed, holds: boolean): Way[] {
    if (isLeaf(criterion)) return [wayOf([this.conditions.ofLeaf(criterion, holds)])];
    if ('jointApplication' in criterion) return this.ofJoint(path, criterion, holds);
    const inside = children(criterion, path);
    if ('not' in criterion) return this.ways(inside[0]!, !holds);
    const parts = inside.map((child) => this.ways(child, holds));
    return 'allOf' in criterion === holds ? this.product(parts) : this.sum(parts);
  }

  /** To be joined, or not to be: then one applies alone, or is not what a member has to be. A missing `eachMember` is met by everyone. */
  private ofJoint(path: string, criterion: JointCriterion, holds: boolean): Way[] {
    const parts = children(criterion, path);
    const of = (part: string) => parts.find((child) => child.path === `${path}/jointApplication/${part}`);
    const [eachMember, lead] = [of('eachMember'), of('lead')];
    const each = eachMember ? this.ways(eachMember, holds) : holds ? [NOTHING_TO_MEET] : [];
    const leads = lead ? this.ways(lead, holds) : holds ? [] : [NOTHING_TO_MEET];
    if (!holds) return this.sum([[wayOf([this.conditions.alone()])], this.product([each, leads])]);
    return this.product([[wayOf([this.conditions.join(path, criterion.jointApplication)])], this.sum([each, leads])]);
  }

  private sum(parts: readonly Way[][]): Way[] {
    return this.leastOf(parts.flat());
  }

  private product(parts: readonly Way[][]): Way[] {
    let ways: Way[] = [NOTHING_TO_MEET];
    for (const part of parts) {
      const width = Math.max(1, Math.ceil(MOST_WAYS * (1 - this.steps / MOST_STEPS)));
      const likeliest = part.slice(0, width);
      ways = this.leastOf(ways.slice(0, width).flatMap((way) => likeliest.flatMap((more) => this.joined(way, more) ?? [])));
    }
    return ways;
  }

  private joined(a: Way, b: Way): Way | undefined {
    const bits = a.bits | b.bits;
    if (bits === a.bits) return a;
    if (bits === b.bits) return b;
    this.steps += a.conditions.length + b.conditions.length;
    const more = b.conditions.filter(({ bit }) => (a.bits & bit) === 0n);
    if (!more.every((condition) => this.agrees(condition, a))) return undefined;
    return { bits, conditions: [...a.conditions, ...more], weight: a.weight + weightOf(more) };
  }

  /** Whether the conditions on one dimension leave any value. Places are looked at in the end, for their lists may be long. */
  private agrees(condition: Condition, way: Way): boolean {
    const { kind } = condition.demand;
    if (kind === 'alone') return !way.conditions.some(({ demand }) => demand.kind === 'join');
    if (kind === 'join') return !way.conditions.some(({ demand }) => demand.kind === 'alone');
    if (kind === 'place') return true;
    const beside = way.conditions.filter(({ dimension }) => dimension === condition.dimension);
    if (beside.length === 0 || beside.length > MOST_BESIDE) return true;
    const all = [...beside, condition];
    const now = valueNow(condition.demand, this.applicant);
    return all.every((each) => isMetBy(each, now)) || nearestValues(all, now).length > 0;
  }

  /** Without the ways that ask for all that another one asks for, and the likeliest of them. */
  private leastOf(ways: readonly Way[]): Way[] {
    if (ways.length < 2) return [...ways];
    const least: Way[] = [];
    const likelierFirst = ways.toSorted((a, b) => a.weight - b.weight || a.conditions.length - b.conditions.length);
    for (const way of likelierFirst.slice(0, MOST_COMPARED)) {
      if (least.length === MOST_WAYS) break;
      if (!least.some(({ bits }) => (bits & way.bits) === bits)) least.push(way);
    }
    return least;
  }
}

function wayOf(conditions: readonly Condition[]): Way {
  return { conditions, bits: conditions.reduce((bits, { bit }) => bits | bit, 0n), weight: weightOf(conditions) };
}

function weightOf(conditions: readonly Condition[]): number {
  return conditions.reduce((sum, { weight }) => sum + weight, 0);
}
