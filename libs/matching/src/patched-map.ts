/** Entries beside the large map; beyond them it is made anew. */
const MOST_RECENT = 100;

/**
 * A map that is never changed and yet cheap to change a little: what came last stands in a small map beside the large one. Copying
 * 11,400 keys would take longer than everything else that the change of one authority needs. Entries are replaced, never removed.
 */
export class PatchedMap<Value> {
  constructor(
    private readonly base: ReadonlyMap<string, Value> = new Map(),
    private readonly recent: ReadonlyMap<string, Value> = new Map(),
  ) {}

  get(key: string): Value | undefined {
    return this.recent.get(key) ?? this.base.get(key);
  }

  with(entries: readonly (readonly [key: string, value: Value])[]): PatchedMap<Value> {
    const changed = entries.filter(([key, value]) => this.get(key) !== value);
    if (changed.length === 0) return this;
    if (this.recent.size + changed.length > MOST_RECENT) return new PatchedMap(new Map([...this.base, ...this.recent, ...changed]));
    return new PatchedMap(this.base, new Map([...this.recent, ...changed]));
  }
}
