import type { Applicant } from '../applicant.js';
import type { JointDemand, Leaf } from '../criterion.js';
import { isKey, type NamedTerritories, slugOf } from '../named-territories.js';
import { boundsOf } from '../range.js';
import { type Condition, type Demand, isMetBy, type Value } from './condition.js';
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

  /** The ways to meet a leaf (or not to meet it), each a list of conditions: who is in a set of territories is so by place or by key. */
  ofLeaf(leaf: Leaf, holds: boolean): Condition[][] {
    if ('territory' in leaf) return this.ofTerritory(leaf.territory.in, holds);
    if ('applicantType' in leaf) return [[this.of('applicantType', listed('applicantType', leaf.applicantType.in), holds)]];
    if ('authority' in leaf) return [[this.of('authority', listed('authority', leaf.authority.in), holds)]];
    if ('fact' in leaf) return [[this.of(`fact:${leaf.fact.name}`, { kind: 'fact', fact: leaf.fact }, holds)]];
    const { asOf } = leaf.population;
    return [[this.of(`population:${asOf ?? ''}`, { kind: 'population', asOf, range: boundsOf(leaf.population) }, holds)]];
  }

  join(path: string, joint: JointDemand): Condition {
    return this.of(`join:${path}`, { kind: 'join', path, joint }, true);
  }

  alone(): Condition {
    return this.of('alone', { kind: 'alone' }, true);
  }

  private ofTerritory(list: readonly string[], holds: boolean): Condition[][] {
    const slugs = list.flatMap((entry) => slugOf(entry) ?? []);
    // Where a set is not known nobody can be said to lie outside of it.
    if (!holds && slugs.some((slug) => this.named.entries(slug) === undefined)) return [];
    const entries = [...list.filter((entry) => slugOf(entry) === undefined), ...slugs.flatMap((slug) => this.named.entries(slug) ?? [])];
    const [places, keys] = [entries.filter((entry) => !isKey(entry)), entries.filter(isKey)];
    const conditions = [
      ...(places.length > 0 ? [this.of('territory', listed('territory', places), holds)] : []),
      ...(keys.length > 0 ? [this.of('authority', listed('authority', keys), holds)] : []),
    ];
    return holds ? conditions.map((condition) => [condition]) : [conditions];
  }

  private of(dimension: string, demand: Demand, holds: boolean): Condition {
    const id = JSON.stringify([dimension, holds, 'in' in demand ? demand.in : demand]);
    const known = this.made.get(id);
    if (known !== undefined) return known;
    const condition = { dimension, demand, holds, bit: 1n << BigInt(this.made.size), weight: 0 };
    const now = valueNow(demand, this.applicant);
    const made = isMetBy(condition, now) ? condition : { ...condition, weight: weightOf(demand, now) };
    this.made.set(id, made);
    return made;
  }
}

function listed(kind: 'applicantType' | 'territory' | 'authority', list: readonly string[]): Demand {
  return { kind, in: list, entries: new Set(list) };
}

function weightOf({ kind }: Demand, now: Value): number {
  if (now === undefined) return WEIGHT.unknown;
  return kind === 'join' || kind === 'fact' || kind === 'population' ? WEIGHT[kind] : WEIGHT.fixed;
}
