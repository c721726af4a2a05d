import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import { MatchingModule } from '@app/matching/matching.module.js';
import { Outbound } from '@app/outbound/outbound.js';
import { PersistenceModule } from '@app/persistence/persistence.module.js';
import { letterLimits, operatorOf, readDkimKey } from '@config/mail-settings.js';
import { ormOptions } from '@config/mikro-orm.config.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { ServerModule, type ServerOptions } from '../../server/src/server.module.js';
import { DemoLogins } from '../../server/src/web/sign-in/demo-logins.js';
import { WorkerModule } from '../../worker/src/worker.module.js';
import { CatalogueLogins } from './catalogue-logins.js';

export interface StandaloneOptions extends Omit<ServerOptions, 'foundation'> {
  readonly smtpUrl: string;
  /** "Name <address>" or an address. */
  readonly mailFrom: string;
}

/** Server and worker in one application, on one ORM, one queue and one index. */
@Module({})
export class StandaloneModule {
  static forRoot(options: StandaloneOptions): DynamicModule {
    const { env, clock, databaseUrl, baseUrl, mailFrom, smtpUrl } = options;
    const mailer = new SmtpMailer({ url: smtpUrl, dkim: readDkimKey(env) });
    const foundation = [PersistenceModule.forRoot({ databaseUrl, orm: ormOptions(databaseUrl) }), MatchingModule.forRoot(databaseUrl)];
    const logins = options.demonstration ? [{ provide: DemoLogins, useClass: CatalogueLogins }] : [];
    return {
      module: StandaloneModule,
      global: true,
      imports: [
        ServerModule.forRoot({ ...options, foundation }),
        WorkerModule.forRoot({
          clock,
          databaseUrl,
          baseUrl,
          mailFrom,
          mailer,
          outbound: new Outbound({ allow: env.OUTBOUND_ALLOW }),
          limits: letterLimits(env),
          operator: operatorOf(env),
          foundation,
        }),
      ],
      providers: logins,
      exports: logins.length > 0 ? [DemoLogins] : [],
    };
  }
}
