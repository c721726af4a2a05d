import { toInstant } from '@app/persistence/instant.type.js';
import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What a feed has shown of a call before. */
export interface ShownCall {
  readonly callId: string;
  /** When it left the feed; null: it is in it. */
  readonly goneAt: Temporal.Instant | null;
  /** How often it left or came back: part of the entries' sequence, which never falls. */
  readonly turns: number;
  readonly turnedAt: Temporal.Instant | null;
}

/** By the call's id. */
export type ShownCalls = ReadonlyMap<string, ShownCall>;

export async function readShownCalls(em: EntityManager, feedId: string): Promise<ShownCalls> {
  const found = await rows<{ callId: string; goneAt: string | null; turns: number; turnedAt: string | null }>(
    em,
    `select call_id as "callId", gone_at::text as "goneAt", turns, turned_at::text as "turnedAt" from feed_call where feed_id = $1`,
    [feedId],
  );
  const instant = (text: string | null) => (text === null ? null : toInstant(text));
  return new Map(found.map((row) => [row.callId, { ...row, goneAt: instant(row.goneAt), turnedAt: instant(row.turnedAt) }]));
}

/** What of `shown` has turned now that the feed holds exactly these calls; and how it stands afterwards. */
export function turnsOf(shown: ShownCalls, present: ReadonlySet<string>, at: Temporal.Instant): { turned: ShownCall[]; after: ShownCalls } {
  const fresh = [...present]
    .filter((id) => !shown.has(id))
    .map((callId): ShownCall => ({ callId, goneAt: null, turns: 0, turnedAt: null }));
  const others = [...shown.values()]
    .filter(({ callId, goneAt }) => (goneAt === null) !== present.has(callId))
    .map(({ callId, turns, goneAt }): ShownCall => ({ callId, goneAt: goneAt === null ? at : null, turns: turns + 1, turnedAt: at }));
  const turned = [...fresh, ...others];
  if (turned.length === 0) return { turned, after: shown };
  return { turned, after: new Map([...shown, ...turned.map((call) => [call.callId, call] as const)]) };
}

/** Two servers may find the same turn: the first one's counts. */
export async function writeTurns(
  em: EntityManager,
  feed: { id: string; authorityId: string },
  turned: readonly ShownCall[],
): Promise<void> {
  const text = (at: Temporal.Instant | null) => at?.toString() ?? null;
  await run(
    em,
    `insert into feed_call (feed_id, authority_id, call_id, gone_at, turns, turned_at)
     select $1, $2, t.* from unnest($3::uuid[], $4::timestamptz[], $5::int[], $6::timestamptz[]) as t
     on conflict (feed_id, call_id) do update set gone_at = excluded.gone_at, turns = excluded.turns, turned_at = excluded.turned_at
       where feed_call.turns < excluded.turns`,
    [
      feed.id,
      feed.authorityId,
      turned.map(({ callId }) => callId),
      turned.map(({ goneAt }) => text(goneAt)),
      turned.map(({ turns }) => turns),
      turned.map(({ turnedAt }) => text(turnedAt)),
    ],
  );
}
