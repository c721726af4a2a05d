import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** So that after an outage, or on the morning of a popular deadline, nobody's mail server is flooded. */
export interface LetterLimits {
  /** Letters that all workers together bind in a minute; one that goes to several addresses, or to deputies, counts once for each. */
  readonly perMinute: number;
  /** Of these to one receiving domain. */
  readonly perMinuteAndDomain: number;
}

/** 34,200 letters in twelve minutes, and never more than three a second to one mail server. */
export const DEFAULT_LIMITS: LetterLimits = { perMinute: 3_000, perMinuteAndDomain: 200 };

const WINDOW = { minutes: 1 };

/** What there is still room for in this minute. */
export class Room {
  private readonly taken = new Map<string, number>();
  private all = 0;

  constructor(private readonly limits: LetterLimits) {}

  get isFull(): boolean {
    return this.all >= this.limits.perMinute;
  }

  isFullFor(domain: string): boolean {
    return (this.taken.get(domain) ?? 0) >= this.limits.perMinuteAndDomain;
  }

  /**
   * Takes room for all that goes to one person and their deputies (the domain of each copy), or none. A person's letters go together: who gets more
   * than the limit at once gets them in a minute of their own.
   */
  take(domains: readonly string[]): boolean {
    const wanted = [...Map.groupBy(domains, (domain) => domain)].map(([domain, copies]) => ({ domain, copies: copies.length }));
    const { perMinute, perMinuteAndDomain } = this.limits;
    const fits = (taken: number, copies: number, limit: number) => taken === 0 || taken + copies <= limit;
    if (!fits(this.all, domains.length, perMinute)) return false;
    if (!wanted.every(({ domain, copies }) => fits(this.taken.get(domain) ?? 0, copies, perMinuteAndDomain))) return false;
    for (const { domain, copies } of wanted) this.count(domain, copies);
    return true;
  }

  count(domain: string, copies: number): void {
    this.taken.set(domain, (this.taken.get(domain) ?? 0) + copies);
    this.all += copies;
  }
}

/**
 * Counts what was bound in the minute before `now`, by whatever worker. Workers that count at the same moment do not see each other's last
 * batch, so the limits may be passed by that much.
 */
export async function roomLeft(em: EntityManager, limits: LetterLimits, now: Temporal.Instant): Promise<Room> {
  const bound = await rows<{ domain: string; count: number }>(
    em,
    'select domain, count(*)::int as count from letter l, unnest(l.domains) as domain where l.bound_at > $1 and l.bound_at <= $2 group by 1',
    [now.subtract(WINDOW).toString(), now.toString()],
  );
  const room = new Room(limits);
  for (const { domain, count } of bound) room.count(domain, count);
  return room;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
