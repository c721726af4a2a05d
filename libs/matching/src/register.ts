import { type AuthorityView, isValidOn } from '@app/authorities/authority-view.js';

type ByOrdinal = readonly (AuthorityView | undefined)[];

/** Keys that changed since the large map was made are kept beside it: copying 11,400 keys takes longer than everything else a change needs. */
const MOST_RECENT_KEYS = 100;

/** The authorities that exist on a day, and those that do not, as they may tomorrow. Never changed: a change makes the next register. */
export class Register {
  static empty(day: string): Register {
    return new Register(day, [], [], 0, new Map(), new Map());
  }

  private constructor(
    readonly day: string,
    private readonly every: ByOrdinal,
    private readonly valid: ByOrdinal,
    /** How many are valid. */
    readonly size: number,
    private readonly keys: ReadonlyMap<string, number>,
    private readonly recentKeys: ReadonlyMap<string, number>,
  ) {}

  /** Valid ones only. */
  get(ordinal: number): AuthorityView | undefined {
    return this.valid[ordinal];
  }

  /** Valid ones only. */
  withKey(key: string): AuthorityView | undefined {
    const authority = this.valid[this.ordinalOf(key) ?? -1];
    // Whoever had the key may have ended or have another one now.
    return authority?.key === key ? authority : undefined;
  }

  /** Valid ones only, by ordinal. */
  *values(): Generator<AuthorityView> {
    for (const authority of this.valid) if (authority) yield authority;
  }

  /** The register after some authorities have changed or another day has begun, and the ordinals whose place in it is another now. */
  advance(day: string, authorities: readonly AuthorityView[]): { register: Register; changed: readonly number[] } {
    if (day === this.day && authorities.length === 0) return { register: this, changed: [] };
    const every = this.every.slice();
    for (const authority of authorities) every[authority.ordinal] = authority;
    const valid = this.valid.slice();
    const changed: number[] = [];
    let { size } = this;
    for (const ordinal of day === this.day ? authorities.map((each) => each.ordinal) : every.keys()) {
      const authority = every[ordinal];
      const now = authority && isValidOn(authority, day) ? authority : undefined;
      if (now === valid[ordinal]) continue;
      size += Number(now !== undefined) - Number(valid[ordinal] !== undefined);
      valid[ordinal] = now;
      changed.push(ordinal);
    }
    const [keys, recentKeys] = this.keysAfter(valid, changed);
    return { register: new Register(day, every, valid, size, keys, recentKeys), changed };
  }

  private ordinalOf(key: string): number | undefined {
    return this.recentKeys.get(key) ?? this.keys.get(key);
  }

  private keysAfter(valid: ByOrdinal, changed: readonly number[]): [ReadonlyMap<string, number>, ReadonlyMap<string, number>] {
    const moved = changed.flatMap((ordinal) => {
      const key = valid[ordinal]?.key;
      return key === undefined || this.ordinalOf(key) === ordinal ? [] : [[key, ordinal] as const];
    });
    if (moved.length === 0) return [this.keys, this.recentKeys];
    if (this.recentKeys.size + moved.length <= MOST_RECENT_KEYS) return [this.keys, new Map([...this.recentKeys, ...moved])];
    return [new Map(valid.flatMap((each) => (each ? [[each.key, each.ordinal] as const] : []))), new Map()];
  }
}
