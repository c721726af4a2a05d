import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A task ran through. `at`: real time. A clock that was set right does not make an older tick the last one. */
export async function noteTick(em: EntityManager, task: string, at: Temporal.Instant): Promise<void> {
  await run(em, `insert into task_tick (task, ticked_at) values ($1, $2) on conflict (task) do update set ticked_at = excluded.ticked_at`, [
    task,
    at.toString(),
  ]);
}

/** It did not: the last tick stays what it was. */
export async function noteFailedTick(em: EntityManager, task: string, reason: string, at: Temporal.Instant): Promise<void> {
  await run(
    em,
    `insert into task_tick (task, failed_at, reason) values ($1, $2, $3)
     on conflict (task) do update set failed_at = excluded.failed_at, reason = excluded.reason`,
    [task, at.toString(), reason.slice(0, 500)],
  );
}
