import { Clock, WallClock } from '@app/kernel/clock.js';
import { Mailer } from '@app/mail/mailer.js';
import { Outbound } from '@app/outbound/outbound.js';
import { SystemClock } from '@config/system-clock.js';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';

/** The clocks, the mail server and the way out of this process, for every module. */
@Global()
@Module({})
export class WorkerSurroundings implements OnApplicationShutdown {
  constructor(private readonly mailer: Mailer) {}

  static forRoot(clock: Clock, mailer: Mailer, outbound: Outbound): DynamicModule {
    return {
      module: WorkerSurroundings,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: WallClock, useValue: new SystemClock() },
        { provide: Mailer, useValue: mailer },
        { provide: Outbound, useValue: outbound },
      ],
      exports: [Clock, WallClock, Mailer, Outbound],
    };
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }
}
