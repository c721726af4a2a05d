import { Clock, WallClock } from '@app/kernel/clock.js';
import { Transactions } from '@app/persistence/transactions.js';
import { noteFailedTick, noteTick } from '@app/reminders/alarm/note-tick.js';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { recordTaskRun } from './record-task-run.js';
import type { Task } from './task.js';
import { TASKS } from './tasks.js';

/** Runs every task at once and then at its interval; in one process a task never overlaps itself, between processes it may. */
@Injectable()
export class Ticker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Tasks');
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    @Inject(TASKS) private readonly tasks: readonly Task[],
    private readonly registry: SchedulerRegistry,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly wall: WallClock,
  ) {}

  onApplicationBootstrap(): void {
    for (const task of this.tasks) {
      this.registry.addInterval(
        task.name,
        setInterval(() => this.tick(task), task.everySeconds * 1000),
      );
      this.tick(task);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const task of this.tasks) if (this.registry.doesExist('interval', task.name)) this.registry.deleteInterval(task.name);
    await Promise.all(this.running.values());
  }

  private tick(task: Task): void {
    if (this.running.has(task.name)) return;
    this.running.set(
      task.name,
      this.run(task).finally(() => this.running.delete(task.name)),
    );
  }

  private async run(task: Task): Promise<void> {
    const startedAt = this.clock.now();
    try {
      const counts = await task.run(startedAt);
      await this.transactions.run({ kind: 'nobody' }, (em) => noteTick(em, task.name, this.wall.now()));
      if (counts.seen === 0 && counts.skipped === 0) return;
      this.logger.log({ message: 'A task has run', task: task.name, ...counts });
      await recordTaskRun(this.transactions, { task: task.name, startedAt, finishedAt: this.clock.now(), counts });
    } catch (error) {
      const reason = (error as Error).message;
      this.logger.error({ message: 'A task failed', task: task.name, reason });
      await this.noteFailure(task, reason);
    }
  }

  /** Where the database is what failed, nothing can be noted, and the missing tick says it. */
  private async noteFailure({ name }: Task, reason: string): Promise<void> {
    const at = this.wall.now();
    await this.transactions.run({ kind: 'nobody' }, (em) => noteFailedTick(em, name, reason, at)).catch(() => undefined);
  }
}
