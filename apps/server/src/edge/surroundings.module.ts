import { Clock, WallClock } from '@app/kernel/clock.js';
import { Outbound } from '@app/outbound/outbound.js';
import { SystemClock } from '@config/system-clock.js';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Settings } from './settings.js';

/** The clocks, the settings and the way out of this process, for every module. */
@Global()
@Module({})
export class SurroundingsModule {
  static forRoot(clock: Clock, settings: Settings, outbound: Outbound): DynamicModule {
    return {
      module: SurroundingsModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: WallClock, useValue: new SystemClock() },
        { provide: Outbound, useValue: outbound },
        { provide: Settings, useValue: settings },
      ],
      exports: [Clock, WallClock, Outbound, Settings],
    };
  }
}
