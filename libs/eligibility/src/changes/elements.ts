import { type Applicant, type FactValue, figureFor } from '../applicant.js';
import { DEFAULT_MEMBERS, type JointDemand } from '../criterion.js';
import type { ChangeElement, Possibility } from './change.js';
import { type Demand, isPlace, type Place, type Value } from './condition.js';
import { valueNow } from './value-now.js';

/** What of a dimension changes when it comes to hold `to`. */
export function elementsOf(demand: Demand, to: NonNullable<Value>, applicant: Applicant): readonly ChangeElement[] {
  const now = valueNow(demand, applicant);
  const [from, possible] = [now ?? null, now === undefined ? true : ('unlikely' as const)];
  switch (demand.kind) {
    case 'population': {
      const asOf = demand.asOf === undefined ? {} : { asOf: demand.asOf };
      return [{ kind: 'population', ...asOf, from: from as number | null, to: to as number, possible }];
    }
    case 'fact':
      return [{ kind: 'fact', name: demand.fact.name, from: from as FactValue | null, to: to as FactValue, possible }];
    case 'applicantType':
      return [{ kind: 'applicantType', from: applicant.types, to: to as readonly string[], possible: false }];
    case 'place':
      return isPlace(to) ? elementsOfPlace(to, applicant) : [];
    case 'join':
      return [joinOf(demand.path, demand.joint, applicant)];
    case 'alone':
      return [];
  }
}

function elementsOfPlace(to: Place, now: Place): ChangeElement[] {
  const of = (kind: 'territory' | 'authority', own: string | undefined, other: string | undefined): ChangeElement[] =>
    other === undefined || other === own ? [] : [{ kind, from: own ?? null, to: other, possible: own === undefined }];
  return [...of('territory', now.territory, to.territory), ...of('authority', now.key, to.key)];
}

function joinOf(path: string, joint: JointDemand, applicant: Applicant): ChangeElement {
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
