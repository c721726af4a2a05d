import { type EntityManager, MikroORM, type PostgreSqlConnection } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hasChanged } from './local-change.js';
import { type Scope, scopeSettings } from './scope.js';
import { rows } from './sql.js';

/** The settings of a scope, for the transaction that is under way. */
const SET_SCOPE = `select set_config('foerdertakt.system', $1, true), set_config('foerdertakt.person', $2, true), set_config('foerdertakt.authorities', $3, true)`;

/** SQL with $1 … parameters. A connection keeps its plan under its name: one name, one text. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly unknown[];
}

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
        await rows(inner, SET_SCOPE, settingsOf(scope));
        return work(inner);
      });
    } finally {
      // also when it failed: a commit whose answer was lost may have happened
      if (hasChanged(opened)) this.ended += 1;
    }
  }

  /**
   * One statement in a transaction of its own, all of it in one message to the database and one back: for what others wait for. It must
   * not change anything that `changes` counts.
   */
  async runOne<Row>(scope: Scope, { name, text, parameters }: Statement): Promise<Row[]> {
    const pool = await (this.orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
    const client = await pool.connect();
    let trouble: Error | undefined;
    try {
      // sent one behind the other; after an error PostgreSQL refuses what follows, and the commit rolls back
      const [, , result] = await Promise.all([
        client.query('begin'),
        client.query({ name: 'set-scope', text: SET_SCOPE, values: settingsOf(scope) }),
        client.query({ name, text, values: [...parameters] }),
        client.query('commit'),
      ]);
      return result.rows as Row[];
    } catch (error) {
      trouble = error as Error;
      throw error;
    } finally {
      client.release(trouble);
    }
  }
}

function settingsOf(scope: Scope): string[] {
  const { system, person, authorities } = scopeSettings(scope);
  return [system, person, authorities];
}
