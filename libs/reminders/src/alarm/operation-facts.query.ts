import type { Clock } from '@app/kernel/clock.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { row, rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { GIVEN_UP_AFTER } from '../back-off.js';
import type { OperationFacts, TaskTick } from './operation-facts.js';

/** A letter is given up after five days: older ones say nothing of today. */
const LATELY = { hours: 6 * 24 };

export interface Clocks {
  /** Of this machine. */
  readonly wall: Clock;
  /** The set one, or the same. */
  readonly clock: Clock;
}

/** Needs a scope that sees all letters. */
export async function readOperationFacts(em: EntityManager, { wall, clock }: Clocks): Promise<OperationFacts> {
  const asked = wall.now();
  const { at: databaseAt } = (await row<{ at: string }>(em, 'select clock_timestamp()::text as at', []))!;
  const at = wall.now();
  // the answer is from the middle of the time that the question took
  const middle = asked.add({ nanoseconds: Math.round(asked.until(at).total('nanoseconds') / 2) });
  return {
    at,
    databaseAheadMs: Math.round(middle.until(toInstant(databaseAt)).total('milliseconds')),
    ticks: await readTicks(em),
    mail: await readMail(em, clock.now()),
    queue: await readQueue(em),
  };
}

async function readTicks(em: EntityManager): Promise<TaskTick[]> {
  const found = await rows<{ task: string; tickedAt: string | null; failedAt: string | null; reason: string | null }>(
    em,
    `select task, ticked_at::text as "tickedAt", failed_at::text as "failedAt", reason from task_tick order by task`,
    [],
  );
  return found.map(({ task, tickedAt, failedAt, reason }) => ({
    task,
    tickedAt: tickedAt === null ? null : toInstant(tickedAt),
    failedAt: failedAt === null ? null : toInstant(failedAt),
    reason,
  }));
}

async function readMail(em: EntityManager, now: Temporal.Instant): Promise<OperationFacts['mail']> {
  const found = await row<{ lastSentAt: string | null; refused: number; stubborn: number; response: string | null }>(
    em,
    `with sent as (select max(sent_at) as at from letter),
       refused as (select l.state, l.refusals, l.tried_at, l.response from letter l, sent where l.bound_at > $1 and l.state in ('bound', 'failed')
         and (l.state = 'failed' or l.refusals > 0) and l.tried_at is not null and l.tried_at > coalesce(sent.at, '-infinity'))
     select (select at::text from sent) as "lastSentAt", count(*)::int as refused, count(*) filter (where refusals >= 3 and (state = 'bound' or refusals >= $2))::int as stubborn,
       (array_agg(response order by tried_at desc))[1] as response from refused`,
    [now.subtract(LATELY).toString(), GIVEN_UP_AFTER - 1],
  );
  const { lastSentAt, ...refused } = found!;
  return { ...refused, lastSentAt: lastSentAt === null ? null : toInstant(lastSentAt) };
}

/** The queue's own clock is the database's: nothing here depends on that of this process, nor on a set one. */
async function readQueue(em: EntityManager): Promise<OperationFacts['queue']> {
  const found = await row<OperationFacts['queue']>(
    em,
    `select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(start_after)), 0)::int as "oldestSeconds"
     from pgboss.job where state in ('created', 'retry') and start_after <= clock_timestamp() and name not like '\\_\\_%'`,
    [],
  );
  return found!;
}
