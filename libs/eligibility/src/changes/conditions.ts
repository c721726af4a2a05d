import type { Applicant } from '../applicant.js';
import type { JointDemand, Leaf } from '../criterion.js';
import { judgeLeaf } from '../judge-leaf.js';
import { type NamedTerritories, slugOf } from '../named-territories.js';
import { boundsOf } from '../range.js';
import { type Condition, type Demand, isMetBy, isPlace, type Value } from './condition.js';
import { valueNow } from './value-now.js';

/** The less likely a change is, the heavier; only where a rule has too many ways does it decide which are looked at. */
const WEIGHT = { unknown: 1, join: 2, fact: 3, population: 4, fixed: 100 } as const;

/** Makes the conditions of one search: the same demand of two leaves is the same condition. */
export class Conditions {
  private readonly made = new Map<string, Condition>();

  constructor(
    private readonly applicant: Applicant,
    private readonly named: NamedTerritories,
  ) {}

  ofLeaf(leaf: Leaf, holds: boolean): Condition {
    if ('territory' in leaf) return this.of('place', this.place({ territory: leaf.territory }, leaf.territory.in), holds);
    if ('authority' in leaf) return this.of('place', this.place({ authority: leaf.authority }, leaf.authority.in), holds);
    if ('applicantType' in leaf) return this.of('applicantType', { kind: 'applicantType', in: leaf.applicantType.in }, holds);
    if ('fact' in leaf) return this.of(`fact:${leaf.fact.name}`, { kind: 'fact', fact: leaf.fact }, holds);
    const { asOf } = leaf.population;
    return this.of(`population:${asOf ?? ''}`, { kind: 'population', asOf, range: boundsOf(leaf.population) }, holds);
  }

  join(path: string, joint: JointDemand): Condition {
    return this.of(`join:${path}`, { kind: 'join', path, joint }, true);
  }

  alone(): Condition {
    return this.of('alone', { kind: 'alone' }, true);
  }

  /** Who would do: what the list names, of a set of territories both what is in it and what is taken out of it. */
  private place(leaf: Leaf, list: readonly string[]): Demand {
    const mentioned = list.flatMap((entry) => {
      const slug = slugOf(entry);
      return slug === undefined ? [entry] : [...(this.named.entries(slug) ?? []), ...(this.named.except?.(slug) ?? [])];
    });
    const nobody: Applicant = { types: [], population: [], facts: new Map() };
    return { kind: 'place', entries: mentioned, judge: (place) => judgeLeaf(leaf, { ...nobody, ...place }, this.named).verdict };
  }

  private of(dimension: string, demand: Demand, holds: boolean): Condition {
    const id = JSON.stringify([dimension, holds, demand]);
    const known = this.made.get(id);
    if (known !== undefined) return known;
    const condition = { dimension, demand, holds, bit: 1n << BigInt(this.made.size), weight: 0 };
    const now = valueNow(demand, this.applicant);
    const made = isMetBy(condition, now) ? condition : { ...condition, weight: weightOf(demand, now) };
    this.made.set(id, made);
    return made;
  }
}

function weightOf({ kind }: Demand, now: Value): number {
  if (now === undefined || (isPlace(now) && (now.territory === undefined || now.key === undefined))) return WEIGHT.unknown;
  return kind === 'join' || kind === 'fact' || kind === 'population' ? WEIGHT[kind] : WEIGHT.fixed;
}
