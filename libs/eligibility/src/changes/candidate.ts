import { type Applicant, figureFor } from '../applicant.js';
import { DEFAULT_MEMBERS, type JointDemand } from '../criterion.js';
import type { ChangeElement, Possibility } from './change.js';
import { type Condition, isMetBy, type Value } from './condition.js';
import { nearestValues } from './nearest-values.js';
import { valueNow } from './value-now.js';
import type { Way } from './ways.js';

/** One element with the conditions for which it is made: another value that meets them would do too. */
export interface Part {
  readonly element: ChangeElement;
  readonly conditions: readonly Condition[];
}
export type Candidate = readonly Part[];

/** A number may go up or down; of more numbers than four not every combination is tried. */
const MOST_CANDIDATES = 16;

/** What has to change for a way to be met; several where a number may go up as well as down, none where nothing can meet it. */
export function candidatesOf(way: Way, applicant: Applicant): Candidate[] {
  let candidates: Candidate[] = [[]];
  for (const conditions of Map.groupBy(way.conditions, ({ dimension }) => dimension).values()) {
    const { demand } = conditions[0]!;
    const now = valueNow(demand, applicant);
    if (conditions.every((condition) => isMetBy(condition, now))) continue;
    const parts = nearestValues(conditions, now).map((to): Part => ({ element: elementOf(conditions[0]!, to, applicant), conditions }));
    candidates = candidates.flatMap((candidate) => parts.map((part) => [...candidate, part])).slice(0, MOST_CANDIDATES);
  }
  return candidates;
}

function elementOf({ demand }: Condition, to: NonNullable<Value>, applicant: Applicant): ChangeElement {
  const now = valueNow(demand, applicant);
  const possible = now === undefined ? true : 'unlikely';
  switch (demand.kind) {
    case 'population': {
      const asOf = demand.asOf === undefined ? {} : { asOf: demand.asOf };
      return { kind: 'population', ...asOf, from: (now as number | undefined) ?? null, to: to as number, possible };
    }
    case 'fact':
      return { kind: 'fact', name: demand.fact.name, from: applicant.facts.get(demand.fact.name) ?? null, to: to as string, possible };
    case 'applicantType':
      return { kind: 'applicantType', from: applicant.types, to: to as readonly string[], possible: false };
    case 'territory':
    case 'authority':
      return { kind: demand.kind, from: (now as string | undefined) ?? null, to: to as string, possible: now === undefined };
    default:
      return joinOf(demand.kind === 'join' ? demand : { path: '', joint: {} }, applicant);
  }
}

function joinOf({ path, joint }: { path: string; joint: JointDemand }, applicant: Applicant): ChangeElement {
  const { members = DEFAULT_MEMBERS, population } = joint;
  return {
    kind: 'join',
    path,
    members,
    ...(population === undefined ? {} : { population }),
    from: 'alone',
    to: 'jointly',
    possible: canJoin(joint, applicant),
  };
}

/** One's own inhabitants are part of the joint population, which no further member makes smaller. */
function canJoin({ population = {} }: JointDemand, applicant: Applicant): Possibility {
  const own = figureFor(undefined, applicant.population)?.value ?? 0;
  return own <= (population.atMost ?? own) && (population.lessThan === undefined || own < population.lessThan);
}
