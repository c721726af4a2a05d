import { AccountsModule } from '@app/accounts/accounts.module.js';
import { AuthoritiesModule } from '@app/authorities/authorities.module.js';
import { FundingModule } from '@app/funding/funding.module.js';
import { Clock } from '@app/kernel/clock.js';
import { PersistenceModule } from '@app/persistence/persistence.module.js';
import { ormOptions } from '@config/mikro-orm.config.js';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

export interface OperatorOptions {
  readonly databaseUrl: string;
  readonly clock: Clock;
}

/** What the verbs of an operator need: the database and the use cases, no server, no worker. */
@Module({})
export class OperatorModule {
  static forRoot({ databaseUrl, clock }: OperatorOptions): DynamicModule {
    return {
      module: OperatorModule,
      global: true,
      imports: [PersistenceModule.forRoot({ databaseUrl, orm: ormOptions(databaseUrl) }), AccountsModule, AuthoritiesModule, FundingModule],
      providers: [{ provide: Clock, useValue: clock }],
      exports: [Clock],
    };
  }
}

/** To be closed after use. Throws when the database must not be worked with (see PersistenceModule). */
export function openOperatorContext(options: OperatorOptions): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(OperatorModule.forRoot(options), { logger: ['error', 'fatal'], abortOnError: false });
}
