import type { Applicant, FactValue } from '../applicant.js';
import { Bitset } from './bitset.js';
import { FactColumn } from './fact-column.js';
import { PopulationColumns } from './population-columns.js';
import { SortedColumn } from './sorted-column.js';
import { TerritoryColumn } from './territory-column.js';

export interface IndexedApplicant {
  /** Its place in the bitmaps, for ever. */
  readonly ordinal: number;
  readonly applicant: Applicant;
}

/** What rules ask about, turned by ninety degrees: who has this tag, that key, such a figure. */
export class ApplicantColumns {
  readonly everyone: Bitset;
  readonly nobody: Bitset;
  /** Whose key is known. */
  readonly keyed: Bitset;
  readonly populations: PopulationColumns;
  readonly territories: TerritoryColumn;
  private readonly tags: ReadonlyMap<string, Bitset>;
  private readonly keys: SortedColumn<string>;
  private readonly facts: ReadonlyMap<string, FactColumn>;

  constructor(entries: readonly IndexedApplicant[]) {
    const capacity = entries.reduce((most, { ordinal }) => Math.max(most, ordinal + 1), 0);
    const withKey = entries.filter(({ applicant }) => applicant.key !== undefined);
    const placed = entries.filter(({ applicant }) => applicant.territory !== undefined);
    const tagged = grouped(entries, ({ applicant }) => applicant.types.map((tag) => [tag, undefined]));
    const known = grouped<FactValue>(entries, ({ applicant }) => applicant.facts);
    this.everyone = Bitset.of(
      capacity,
      entries.map(({ ordinal }) => ordinal),
    );
    this.nobody = Bitset.of(capacity, []);
    this.keyed = Bitset.of(
      capacity,
      withKey.map(({ ordinal }) => ordinal),
    );
    this.populations = new PopulationColumns(capacity, entries);
    this.territories = new TerritoryColumn(
      capacity,
      placed.map(({ ordinal, applicant }) => [applicant.territory!, ordinal]),
    );
    this.tags = mapped(tagged, (all) =>
      Bitset.of(
        capacity,
        all.map(([, ordinal]) => ordinal),
      ),
    );
    this.keys = new SortedColumn(
      capacity,
      withKey.map(({ applicant, ordinal }) => [applicant.key!, ordinal]),
    );
    this.facts = mapped(known, (all) => new FactColumn(capacity, all));
  }

  tag(tag: string): Bitset {
    return this.tags.get(tag) ?? this.nobody;
  }

  addKey(set: Bitset, key: string): void {
    this.keys.addEqual(set, key);
  }

  fact(name: string): FactColumn | undefined {
    return this.facts.get(name);
  }
}

type Held<Value> = [value: Value, ordinal: number];

/** Who holds which value under which name. */
function grouped<Value>(
  entries: readonly IndexedApplicant[],
  held: (entry: IndexedApplicant) => Iterable<readonly [name: string, value: Value]>,
): Map<string, Held<Value>[]> {
  const groups = new Map<string, Held<Value>[]>();
  for (const entry of entries) {
    for (const [name, value] of held(entry)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [[value, entry.ordinal]]);
      else group.push([value, entry.ordinal]);
    }
  }
  return groups;
}

function mapped<From, To>(groups: ReadonlyMap<string, From>, make: (group: From) => To): Map<string, To> {
  return new Map([...groups].map(([name, group]) => [name, make(group)]));
}
