import { AuthoritiesModule } from '@app/authorities/authorities.module.js';
import type { Clock } from '@app/kernel/clock.js';
import type { Mailer } from '@app/mail/mailer.js';
import { MatchingModule } from '@app/matching/matching.module.js';
import { Outbound } from '@app/outbound/outbound.js';
import { PersistenceModule } from '@app/persistence/persistence.module.js';
import type { LetterLimits } from '@app/reminders/letter-limits.js';
import { LettersModule } from '@app/reminders/reminders.module.js';
import type { Operator } from '@app/reminders/reminders-settings.js';
import { WebhookWorkModule } from '@app/webhooks/webhooks.module.js';
import { ormOptions } from '@config/mikro-orm.config.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TASK_LIST } from './tasks/tasks.js';
import { Ticker } from './tasks/ticker.js';
import { WorkQueues } from './work-queues.js';
import { WorkerSurroundings } from './worker-surroundings.module.js';

export interface WorkerOptions {
  readonly clock: Clock;
  /** With the role that the application works under, or one that may become it. */
  readonly databaseUrl: string;
  /** What links in letters begin with. */
  readonly baseUrl: string;
  /** "Name <address>" or an address. */
  readonly mailFrom: string;
  /** Closed when the worker stops. */
  readonly mailer: Mailer;
  /** How other machines are reached; absent: the internet only. */
  readonly outbound?: Outbound;
  /** Absent: the defaults. */
  readonly limits?: LetterLimits;
  /** Who is told when letters do not get out; absent: nobody. */
  readonly operator?: Operator | undefined;
  /** Where a server runs in the same application: the database and the index that both use. Absent: made here. */
  readonly foundation?: readonly DynamicModule[];
}

/** A worker as one Nest application context: it ticks and works, and has no port. Any number of them share a database. */
@Module({})
export class WorkerModule {
  static forRoot({
    clock,
    databaseUrl,
    baseUrl,
    mailFrom,
    mailer,
    limits,
    operator,
    outbound = new Outbound(),
    ...options
  }: WorkerOptions): DynamicModule {
    const foundation = options.foundation ?? [
      PersistenceModule.forRoot({ databaseUrl, orm: ormOptions(databaseUrl) }),
      MatchingModule.forRoot(databaseUrl),
    ];
    return {
      module: WorkerModule,
      imports: [
        WorkerSurroundings.forRoot(clock, mailer, outbound),
        ...foundation,
        ScheduleModule.forRoot(),
        AuthoritiesModule,
        LettersModule.forRoot({ baseUrl, mailFrom, limits, operator }),
        WebhookWorkModule.forRoot({ baseUrl }),
      ],
      providers: [WorkQueues, TASK_LIST, Ticker],
    };
  }
}
