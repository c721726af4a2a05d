import { placeOf } from '@app/eligibility/territory-set.js';

/** In which places somebody of the register is or lies; answers for thousands of entries. */
export class PlacesWithAuthorities {
  private readonly keys = new Set<string>();
  private readonly prefixes = new Set<string>();

  constructor(authorities: Iterable<{ readonly key: string; readonly territory: string }>) {
    for (const { key, territory } of authorities) {
      this.keys.add(key);
      for (let length = 1; length <= territory.length; length++) this.prefixes.add(territory.slice(0, length));
    }
  }

  /** Whether the key is somebody's, or somebody's territory is the entry's or lies in it. */
  holdSomebody(entry: string): boolean {
    return this.keys.has(entry) || this.prefixes.has(placeOf(entry));
  }
}
