import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Scope, scopeSettings } from './scope.js';
import { rows } from './sql.js';

/** The one door to the database: a fresh identity map, a transaction, and the scope set inside it (never on the session: that leaks through the pool). */
@Injectable()
export class Transactions {
  constructor(private readonly orm: MikroORM) {}

  /** Runs `work`; everything it changed is flushed and committed together, or nothing is. */
  run<Result>(scope: Scope, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    const em = (this.orm.em as EntityManager).fork();
    return em.transactional(async (inner) => {
      const settings = scopeSettings(scope);
      await rows(
        inner,
        `select set_config('foerdertakt.system', $1, true), set_config('foerdertakt.person', $2, true), set_config('foerdertakt.authorities', $3, true)`,
        [settings.system, settings.person, settings.authorities],
      );
      return work(inner);
    });
  }
}
