import { newId } from '@app/kernel/ids.js';
import { run } from '@app/persistence/sql.js';
import type { Transactions } from '@app/persistence/transactions.js';
import type { WorkCounts } from '@app/reminders/work-counts.js';

export interface TaskRun {
  readonly task: string;
  readonly startedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant;
  readonly counts: WorkCounts;
}

/** Keeps what a run did, so that operators see when a task last found work. Runs that saw nothing are not kept. */
export async function recordTaskRun(transactions: Transactions, { task, startedAt, finishedAt, counts }: TaskRun): Promise<void> {
  await transactions.run({ kind: 'nobody' }, (em) =>
    run(
      em,
      'insert into task_run (id, task, started_at, finished_at, seen, changed, skipped, failed) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [newId(startedAt), task, startedAt.toString(), finishedAt.toString(), counts.seen, counts.changed, counts.skipped, counts.failed],
    ),
  );
}
