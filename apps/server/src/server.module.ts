import { CalendarModule } from '@app/calendar/calendar.module.js';
import type { Clock } from '@app/kernel/clock.js';
import { MatchingModule } from '@app/matching/matching.module.js';
import { Outbound } from '@app/outbound/outbound.js';
import { PersistenceModule } from '@app/persistence/persistence.module.js';
import type { Env } from '@config/env.js';
import { ormOptions } from '@config/mikro-orm.config.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { EdgeModule } from './edge/edge.module.js';
import { Settings } from './edge/settings.js';
import { SurroundingsModule } from './edge/surroundings.module.js';
import { HealthModule } from './health/health.module.js';
import { ANSWERS, CONTROLLERS, LIBS } from './rooms.js';

export interface ServerOptions {
  readonly env: Env;
  readonly clock: Clock;
  /** With the role that the application works under, or one that may become it. */
  readonly databaseUrl: string;
  /** What links begin with. */
  readonly baseUrl: string;
  /** The demonstration catalogue is loaded. */
  readonly demonstration: boolean;
  /** The clock was set by --now. */
  readonly clockIsSet: boolean;
  /** Where a worker runs in the same application: the database and the index that both use. Absent: made here. */
  readonly foundation?: readonly DynamicModule[];
}

/** The server as one Nest module; what it is made of stands in rooms.ts. */
@Module({})
export class ServerModule {
  static forRoot(options: ServerOptions): DynamicModule {
    const { env, clock, databaseUrl } = options;
    const settings = new Settings({
      baseUrl: options.baseUrl,
      demonstration: options.demonstration,
      clockIsSet: options.clockIsSet,
      production: env.NODE_ENV === 'production',
      behindProxy: env.BASE_URL !== undefined,
      openData: {
        publisher: env.OPEN_DATA_PUBLISHER,
        license: env.OPEN_DATA_LICENSE,
        contact: env.OPEN_DATA_CONTACT,
        contributor: env.OPEN_DATA_CONTRIBUTOR,
      },
    });
    const foundation = options.foundation ?? [
      PersistenceModule.forRoot({ databaseUrl, orm: ormOptions(databaseUrl) }),
      MatchingModule.forRoot(databaseUrl),
    ];
    return {
      module: ServerModule,
      imports: [
        SurroundingsModule.forRoot(clock, settings, new Outbound({ allow: env.OUTBOUND_ALLOW })),
        ...foundation,
        EdgeModule,
        HealthModule,
        ...LIBS,
        CalendarModule.forRoot(settings),
      ],
      providers: ANSWERS,
      controllers: CONTROLLERS,
    };
  }
}
