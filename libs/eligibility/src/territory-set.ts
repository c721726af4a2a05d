import { contains, isKey } from './named-territories.js';

/** Whether each place that is mentioned is in the set; of places inside each other the finest one counts. */
type Marks = ReadonlyMap<string, boolean>;

/** German municipalities, counties and states: whoever names one by its key means what lies in it too. */
const GERMAN_PLACE = /^(DE):(\d{8}|\d{5}|\d{2})$/;
/** Keys that say where their authority lies: a German association in the county of its first five digits, a French commune in itself. */
const PLACED = [GERMAN_PLACE, /^(DE):(\d{5})\d{4}$/, /^(FR):(\d[\dAB]\d{3})$/];

/** The key of a German county stands for all that lies in it: 'DE:05358' → 'DE-05358'. Other entries stay as they are. */
export function placeOf(entry: string): string {
  return entry.replace(GERMAN_PLACE, '$1-$2');
}

/**
 * A set of territories and authorities that can be united with others and taken out of others, exactly and without knowing the register:
 * each mentioned place is marked in or out, and whoever lies in several of them goes by the finest. A key counts before every territory.
 */
export class TerritorySet {
  private constructor(
    private readonly places: Marks,
    private readonly keys: Marks,
  ) {}

  /** Territory ids and keys; a place is not in both lists. */
  static of(entries: readonly string[], except: readonly string[] = []): TerritorySet {
    const marks = [...entries.map((entry) => [entry, true] as const), ...except.map((entry) => [entry, false] as const)];
    return new TerritorySet(new Map(marks.filter(([entry]) => !isKey(entry))), new Map(marks.filter(([entry]) => isKey(entry))));
  }

  union(other: TerritorySet): TerritorySet {
    return this.combined(other, (own, others) => own || others);
  }

  minus(other: TerritorySet): TerritorySet {
    return this.combined(other, (own, others) => own && !others);
  }

  /** What is in the set, as far as it is mentioned. */
  get entries(): string[] {
    return [...marked(this.places, true), ...marked(this.keys, true)];
  }

  /** What is mentioned and not in the set. */
  get except(): string[] {
    return [...marked(this.places, false), ...marked(this.keys, false)];
  }

  /** Undefined for a key that is not mentioned: then its territory decides. */
  holdsKey(key: string): boolean | undefined {
    return this.keys.get(key);
  }

  holdsTerritory(territory: string): boolean {
    return markAt(this.places, territory);
  }

  private combined(other: TerritorySet, holds: (own: boolean, others: boolean) => boolean): TerritorySet {
    const places = [...this.places.keys(), ...other.places.keys()];
    const keys = [...this.keys.keys(), ...other.keys.keys()];
    return new TerritorySet(
      withoutIdle(places.map((place) => [place, holds(this.holdsTerritory(place), other.holdsTerritory(place))])),
      new Map(keys.map((key) => [key, holds(this.holds(key), other.holds(key))])),
    );
  }

  private holds(key: string): boolean {
    const territory = PLACED.map((form) => form.exec(key)).find((match) => match !== null);
    return this.holdsKey(key) ?? (territory !== undefined && this.holdsTerritory(`${territory[1]}-${territory[2]}`));
  }
}

function markAt(marks: Marks, territory: string): boolean {
  for (let length = territory.length; length > 0; length--) {
    const outer = territory.slice(0, length);
    const isIn = marks.get(outer);
    if (isIn !== undefined && contains(outer, territory)) return isIn;
  }
  return false;
}

/** Without the marks that say what a coarser one, or there being none, says already. */
function withoutIdle(marks: readonly (readonly [place: string, isIn: boolean])[]): Marks {
  const kept = new Map<string, boolean>();
  for (const [place, isIn] of marks.toSorted(([a], [b]) => a.length - b.length)) if (markAt(kept, place) !== isIn) kept.set(place, isIn);
  return kept;
}

function marked(marks: Marks, wanted: boolean): string[] {
  return [...marks].flatMap(([entry, isIn]) => (isIn === wanted ? [entry] : []));
}
