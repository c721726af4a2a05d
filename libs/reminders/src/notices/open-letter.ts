import { newId } from '@app/kernel/ids.js';
import type { Jobs } from '@app/persistence/jobs.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface LetterHead {
  readonly personId: string;
  /** Of the place that it is about. */
  readonly day: Temporal.PlainDate;
  /** Of notices. */
  readonly kind: string;
  /** Of its copies: what the limits count. */
  readonly domains: readonly string[];
  readonly now: Temporal.Instant;
}

/**
 * A letter with nothing in it yet and the job that sends it, in the caller's transaction, which has locked the person. Its number of the day is
 * tried, not asked for.
 */
export async function openLetter(em: EntityManager, jobs: Jobs, { personId, day, kind, domains, now }: LetterHead): Promise<string> {
  const letter = await row<{ id: string }>(
    em,
    `insert into letter (id, person_id, local_day, number, kind, state, attempts, refusals, bound_at, domains)
     select $1::uuid, $2::uuid, $3::date, 1 + count(*)::int, $5, 'bound', 0, 0, $4::timestamptz, $6::text[] from letter where person_id = $2 and local_day = $3
     on conflict (person_id, local_day, number) do nothing returning id`,
    [newId(now), personId, day.toString(), now.toString(), kind, [...domains]],
  );
  if (!letter) throw new Error('another worker has bound the letter of this number');
  await jobs.enqueue(em, 'send-letter', { letterId: letter.id, refusals: 0 });
  return letter.id;
}
