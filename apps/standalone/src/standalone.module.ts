import { MatchingModule } from '@app/matching/matching.module.js';
import { PersistenceModule } from '@app/persistence/persistence.module.js';
import { ormOptions } from '@config/mikro-orm.config.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { ServerModule, type ServerOptions } from '../../server/src/server.module.js';
import { DemoLogins } from '../../server/src/web/sign-in/demo-logins.js';
import { CatalogueLogins } from './catalogue-logins.js';

export interface StandaloneOptions extends Omit<ServerOptions, 'foundation'> {
  readonly smtpUrl: string;
}

/** Server and worker in one application, on one ORM, one queue and one index. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: how Nest makes a module that takes arguments
export class StandaloneModule {
  static forRoot(options: StandaloneOptions): DynamicModule {
    const { databaseUrl } = options;
    const foundation = [
      PersistenceModule.forRoot({ databaseUrl, orm: ormOptions(databaseUrl) }),
      MatchingModule.forRoot(databaseUrl),
    ];
    const logins = options.demonstration ? [{ provide: DemoLogins, useClass: CatalogueLogins }] : [];
    return {
      module: StandaloneModule,
      global: true,
      imports: [ServerModule.forRoot({ ...options, foundation })],
      providers: logins,
      exports: logins.length > 0 ? [DemoLogins] : [],
    };
  }
}
