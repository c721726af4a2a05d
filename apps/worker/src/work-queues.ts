import { Clock } from '@app/kernel/clock.js';
import type { JobData, Queue } from '@app/persistence/jobs.js';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { CONCURRENCY, ROUTES } from './routes.js';

const POLLING = { pollingIntervalSeconds: 1, batchSize: 1, includeMetadata: true } as const;

/** Takes jobs from every queue and hands them to the routing table. On shutdown it takes no more and waits for those under way. */
@Injectable()
export class WorkQueues implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Queue');

  constructor(
    private readonly boss: PgBoss,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const queue of Object.keys(ROUTES) as Queue[]) await this.work(queue);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(Object.keys(ROUTES).map((queue) => this.boss.offWork(queue, { wait: true })));
  }

  private async work<Name extends Queue>(queue: Name): Promise<void> {
    const options = { ...POLLING, localConcurrency: CONCURRENCY[queue] ?? 1 };
    await this.boss.work<JobData[Name], void, typeof options>(queue, options, async (jobs) => {
      for (const job of jobs) await this.run(queue, job);
    });
  }

  /** A failure is logged here and goes on to the queue, which tries again or gives up. */
  private async run<Name extends Queue>(queue: Name, job: JobWithMetadata<JobData[Name]>): Promise<void> {
    const isLast = job.retryCount >= job.retryLimit;
    try {
      await ROUTES[queue]((type) => this.modules.get(type, { strict: false }), job.data, { now: this.clock.now(), attempt: { isLast } });
    } catch (error) {
      this.logger.warn({ message: 'A job failed', queue, jobId: job.id, isLast, reason: (error as Error).message });
      throw error;
    }
  }
}
