import { Clock } from '@app/kernel/clock.js';
import { Lanes } from '@app/kernel/lanes.js';
import type { JobData, Queue } from '@app/persistence/jobs.js';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { ONE_BY_ONE, PACE, ROUTES } from './routes.js';

/** A full batch is followed by the next at once, an empty queue is looked at each second. */
const POLLING = { pollingIntervalSeconds: 1, burstWhenBatchFull: true, includeMetadata: true, perJobResults: true } as const;

/** Takes jobs from every queue and hands them to the routing table. On shutdown it takes no more, hands back what it has not begun, and waits for the rest. */
@Injectable()
export class WorkQueues implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private isStopping = false;

  constructor(
    private readonly boss: PgBoss,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const queue of Object.keys(ROUTES) as Queue[]) await this.work(queue);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await Promise.all(Object.keys(ROUTES).map((queue) => this.boss.offWork(queue, { wait: true })));
  }

  private async work<Name extends Queue>(queue: Name): Promise<void> {
    const { batch, fetchers, atOnce, together } = PACE[queue] ?? ONE_BY_ONE;
    const lanes = new Lanes(atOnce, together);
    const options = { ...POLLING, batchSize: batch, localConcurrency: fetchers };
    await this.boss.work<JobData[Name], unknown, typeof options>(queue, options, (jobs) =>
      Promise.all(jobs.map((job) => lanes.run(() => this.run(queue, job)))),
    );
  }

  /** A failure is logged here and goes on to the queue, which tries again or gives up. */
  private async run<Name extends Queue>(
    queue: Name,
    { id, data, retryCount, retryLimit }: JobWithMetadata<JobData[Name]>,
  ): Promise<JobResult> {
    if (this.isStopping) return { id, status: 'failed', output: { reason: 'the worker stops' } };
    try {
      await ROUTES[queue]((type) => this.modules.get(type, { strict: false }), data, { now: this.clock.now() });
      return { id, status: 'completed' };
    } catch (error) {
      const { message: reason } = error as Error;
      this.logger.warn({ message: 'A job failed', queue, jobId: id, isLast: retryCount >= retryLimit, reason });
      return { id, status: 'failed', output: { reason } };
    }
  }
}
