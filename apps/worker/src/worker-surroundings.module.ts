import { Clock } from '@app/kernel/clock.js';
import { Mailer } from '@app/mail/mailer.js';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';

/** The clock and the mail server of this process, for every module. */
@Global()
@Module({})
export class WorkerSurroundings implements OnApplicationShutdown {
  constructor(private readonly mailer: Mailer) {}

  static forRoot(clock: Clock, mailer: Mailer): DynamicModule {
    return {
      module: WorkerSurroundings,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Mailer, useValue: mailer },
      ],
      exports: [Clock, Mailer],
    };
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }
}
