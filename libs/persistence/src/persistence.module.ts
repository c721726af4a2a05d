import { MikroOrmModule } from '@mikro-orm/nestjs';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import {
  type DynamicModule,
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { appConnectionOptions, refusalOf } from './connection.js';
import { Jobs } from './jobs.js';
import { Transactions } from './transactions.js';

export interface PersistenceOptions {
  readonly databaseUrl: string;
  readonly orm: Options;
}

const OPTIONS = Symbol('PersistenceOptions');

/** The queue of a process: servers only send, workers also look after it (take over what a killed worker left behind). */
function makeBoss(databaseUrl: string): PgBoss {
  const boss = new PgBoss({
    ...appConnectionOptions(databaseUrl),
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: true,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    maintenanceIntervalSeconds: 60,
    reindex: false,
    monitorVacuum: false,
    max: 4,
  });
  const logger = new Logger('Queue');
  boss.on('error', (error: Error) => logger.error({ message: 'The queue reports an error', reason: error.message }));
  return boss;
}

/** PostgreSQL for the whole process: the ORM, transactions with their scope, and the queue. */
@Global()
@Module({})
export class PersistenceModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly boss: PgBoss,
    private readonly orm: MikroORM,
    @Inject(OPTIONS) private readonly options: PersistenceOptions,
  ) {}

  static forRoot(options: PersistenceOptions): DynamicModule {
    const connection = appConnectionOptions(options.databaseUrl);
    return {
      module: PersistenceModule,
      imports: [
        MikroOrmModule.forRootAsync({
          driver: options.orm.driver,
          useFactory: () => ({
            ...options.orm,
            driverOptions: { ...options.orm.driverOptions, ...(connection.options && { options: connection.options }) },
            registerRequestContext: false,
          }),
        }),
      ],
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: PgBoss, useFactory: () => makeBoss(options.databaseUrl) },
        Transactions,
        Jobs,
      ],
      exports: [Transactions, Jobs, PgBoss],
    };
  }

  /** Refuses to run under a role that would make row-level security a decoration. */
  async onApplicationBootstrap(): Promise<void> {
    const refusal = await refusalOf(async (sql) => ({ rows: await this.orm.em.fork().getConnection().execute(sql) }));
    if (refusal) throw new Error(refusal);
    await this.boss.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 10_000 });
  }
}
