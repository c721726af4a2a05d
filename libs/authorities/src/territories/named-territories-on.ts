import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import { placeOf, TerritorySet } from '@app/eligibility/territory-set.js';
import { isInForce, type NamedTerritoryContent } from './named-territory.js';

interface Resolved {
  readonly entries: readonly string[];
  readonly except: readonly string[];
}

/**
 * The sets as rules read them on a day: entries and included sets, without the excluded ones. A set that is not in force on that day is
 * unknown, and so is every set that is made of it.
 */
export function namedTerritoriesOn(sets: ReadonlyMap<string, NamedTerritoryContent>, day: string): NamedTerritories {
  const resolution = new Resolution(sets, day);
  const resolved = new Map<string, Resolved>();
  for (const slug of sets.keys()) {
    const set = resolution.of(slug);
    if (set) resolved.set(slug, { entries: set.entries, except: set.except });
  }
  return {
    entries: (slug) => resolved.get(slug)?.entries,
    except: (slug) => resolved.get(slug)?.except ?? [],
    title: (slug) => sets.get(slug)?.title,
  };
}

class Resolution {
  /** Of a set that is being resolved: undefined, so that one which contained itself (no editor can make one) would be unknown. */
  private readonly known = new Map<string, TerritorySet | undefined>();

  constructor(
    private readonly sets: ReadonlyMap<string, NamedTerritoryContent>,
    private readonly day: string,
  ) {}

  of(slug: string): TerritorySet | undefined {
    if (!this.known.has(slug)) {
      this.known.set(slug, undefined);
      this.known.set(slug, this.resolve(slug));
    }
    return this.known.get(slug);
  }

  private resolve(slug: string): TerritorySet | undefined {
    const set = this.sets.get(slug);
    if (!set || !isInForce(set, this.day)) return undefined;
    const included = set.includes.map((other) => this.of(other));
    const excluded = set.excludes.map((other) => this.of(other));
    if ([...included, ...excluded].includes(undefined)) return undefined;
    const all = included.reduce<TerritorySet>((union, other) => union.union(other!), TerritorySet.of(set.entries.map(placeOf)));
    return excluded.reduce<TerritorySet>((rest, other) => rest.minus(other!), all);
  }
}
