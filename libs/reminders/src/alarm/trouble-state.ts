import { newId } from '@app/kernel/ids.js';
import { row, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Trouble, TroubleKind } from './trouble.js';

/** Writes down what is wrong now; answers how many troubles began and ended. Any number of watchers may do so: of a kind one is open. */
export async function noteTroubles(em: EntityManager, troubles: readonly Trouble[], at: Temporal.Instant): Promise<number> {
  const documents = troubles.map(({ kind, params }) => ({ id: newId(at), kind, params }));
  const begun = await run(
    em,
    `insert into trouble (id, kind, params, since)
     select t.id, t.kind, t.params, $2::timestamptz from jsonb_to_recordset($1::jsonb) as t (id uuid, kind text, params jsonb)
     on conflict (kind) where ended_at is null do nothing`,
    [JSON.stringify(documents), at.toString()],
  );
  await run(
    em,
    `update trouble set params = t.params from jsonb_to_recordset($1::jsonb) as t (kind text, params jsonb)
     where trouble.kind = t.kind and trouble.ended_at is null and trouble.params is distinct from t.params`,
    [JSON.stringify(documents)],
  );
  const ended = await run(em, 'update trouble set ended_at = $2, claimed_at = null where ended_at is null and kind <> all ($1::text[])', [
    troubles.map(({ kind }) => kind),
    at.toString(),
  ]);
  return begun + ended;
}

/** A trouble of which the operator has to be told: that it is there, or that it is over. */
export interface ToldTrouble extends Trouble {
  readonly id: string;
  readonly since: string;
  readonly endedAt: string | null;
}

/** What ends within this time was none. */
const LASTS = { minutes: 2 };
/** After an attempt that failed. */
const PAUSE = { minutes: 5 };

/** The next one, for this watcher alone; undefined: nothing is to be told. */
export async function claimTrouble(em: EntityManager, at: Temporal.Instant): Promise<ToldTrouble | undefined> {
  const found = await row<ToldTrouble & { kind: TroubleKind }>(
    em,
    `update trouble set claimed_at = $1 where id = (select id from trouble
       where (claimed_at is null or claimed_at <= $3) and ((ended_at is null and told_at is null and since <= $2)
         or (ended_at is not null and told_at is not null and end_told_at is null))
       order by since, id limit 1 for update skip locked)
     returning id, kind, params, since::text as since, ended_at::text as "endedAt"`,
    [at.toString(), at.subtract(LASTS).toString(), at.subtract(PAUSE).toString()],
  );
  return found ?? undefined;
}

/** Told: once of its beginning, once of its end. */
export async function markTold(em: EntityManager, { id, endedAt }: ToldTrouble, at: Temporal.Instant): Promise<void> {
  const column = endedAt === null ? 'told_at' : 'end_told_at';
  await run(em, `update trouble set ${column} = $2, claimed_at = null where id = $1`, [id, at.toString()]);
}
