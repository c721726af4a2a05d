import { Clock } from '@app/kernel/clock.js';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Settings } from './settings.js';

/** The clock and the settings of this process, for every module. */
@Global()
@Module({})
export class SurroundingsModule {
  static forRoot(clock: Clock, settings: Settings): DynamicModule {
    return {
      module: SurroundingsModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Settings, useValue: settings },
      ],
      exports: [Clock, Settings],
    };
  }
}
