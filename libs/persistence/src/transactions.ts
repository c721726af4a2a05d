import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hasChanged } from './local-change.js';
import { type Scope, scopeSettings } from './scope.js';
import { rows } from './sql.js';

/** The one door to the database: a fresh identity map, a transaction, and the scope set inside it (never on the session: that leaks through the pool). */
@Injectable()
export class Transactions {
  private ended = 0;

  constructor(private readonly orm: MikroORM) {}

  /**
   * How many transactions of this process that changed something have ended. What was remembered under another number must be looked at
   * again: so a write's answer is never older than what the same process remembers. Other processes' writes do not count here.
   */
  get changes(): number {
    return this.ended;
  }

  /** Runs `work`; everything it changed is flushed and committed together, or nothing is. */
  async run<Result>(scope: Scope, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    const em = (this.orm.em as EntityManager).fork();
    let opened: EntityManager | undefined;
    try {
      return await em.transactional(async (inner) => {
        opened = inner;
        const settings = scopeSettings(scope);
        await rows(
          inner,
          `select set_config('foerdertakt.system', $1, true), set_config('foerdertakt.person', $2, true), set_config('foerdertakt.authorities', $3, true)`,
          [settings.system, settings.person, settings.authorities],
        );
        return work(inner);
      });
    } finally {
      // also when it failed: a commit whose answer was lost may have happened
      if (hasChanged(opened)) this.ended += 1;
    }
  }
}
