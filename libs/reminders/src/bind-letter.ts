import { newId } from '@app/kernel/ids.js';
import type { Jobs } from '@app/persistence/jobs.js';
import { row, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LedgerRow } from './ledger.query.js';

export interface NewLetter {
  readonly personId: string;
  /** Of the place that it is about. */
  readonly day: Temporal.PlainDate;
  readonly reminders: readonly LedgerRow[];
  readonly now: Temporal.Instant;
}

export interface LetterHead {
  readonly personId: string;
  /** Of the place that it is about. */
  readonly day: Temporal.PlainDate;
  /** Who writes it: 'reminders', or a kind of notices. */
  readonly kind: string;
  readonly now: Temporal.Instant;
}

/** A letter with nothing in it yet and the job that sends it, in the caller's transaction. Its number of the day is tried, not asked for. */
export async function openLetter(em: EntityManager, jobs: Jobs, { personId, day, kind, now }: LetterHead): Promise<string> {
  const letter = await row<{ id: string }>(
    em,
    `insert into letter (id, person_id, local_day, number, kind, state, attempts, bound_at)
     select $1::uuid, $2::uuid, $3::date, 1 + count(*)::int, $5, 'bound', 0, $4::timestamptz from letter where person_id = $2 and local_day = $3
     on conflict (person_id, local_day, number) do nothing returning id`,
    [newId(now), personId, day.toString(), now.toString(), kind],
  );
  if (!letter) throw new Error('another worker has bound the letter of this number');
  await jobs.enqueue(em, 'send-letter', { letterId: letter.id });
  return letter.id;
}

/** A letter with its reminders, in the caller's transaction. */
export async function bindLetter(em: EntityManager, jobs: Jobs, { reminders, ...head }: NewLetter): Promise<string> {
  const letterId = await openLetter(em, jobs, { ...head, kind: 'reminders' });
  const bound = `update reminder set state = 'bound', letter_id = $1, reason = null, updated_at = $3 where id = any ($2::uuid[]) and state = 'planned'`;
  await run(em, bound, [letterId, reminders.map(({ id }) => id), head.now.toString()]);
  return letterId;
}
