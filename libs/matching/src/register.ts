import { type AuthorityView, isValidOn } from '@app/authorities/authority-view.js';
import { PatchedMap } from './patched-map.js';

type ByOrdinal = readonly (AuthorityView | undefined)[];

/** The authorities that exist on a day, and those that do not, as they may tomorrow. Never changed: a change makes the next register. */
export class Register {
  static empty(day: string): Register {
    return new Register(day, [], [], 0, new PatchedMap());
  }

  private constructor(
    readonly day: string,
    private readonly every: ByOrdinal,
    private readonly valid: ByOrdinal,
    /** How many are valid. */
    readonly size: number,
    /** Who had a key last; they may have ended or have another one now. */
    private readonly ordinals: PatchedMap<number>,
  ) {}

  /** Valid ones only. */
  get(ordinal: number): AuthorityView | undefined {
    return this.valid[ordinal];
  }

  /** Valid ones only. */
  withKey(key: string): AuthorityView | undefined {
    const authority = this.valid[this.ordinals.get(key) ?? -1];
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
    const keys = changed.flatMap((ordinal) => (valid[ordinal] ? [[valid[ordinal].key, ordinal] as const] : []));
    return { register: new Register(day, every, valid, size, this.ordinals.with(keys)), changed };
  }
}
