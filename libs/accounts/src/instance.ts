import { Clock } from '@app/kernel/clock.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { newSecretToken } from './secret-token.js';

export interface InstanceFacts {
  /** Stands in the UID of every calendar entry and in every Message-ID: fixed at the first set-up, whatever BASE_URL becomes. */
  readonly domain: string;
  /** For keyed hashes; 32 random bytes as base64url. */
  readonly secret: string;
  readonly demonstration: boolean;
}

/** What an installation decides once. */
@Injectable()
export class Instance {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Sets it up, or answers what was set up before: the first of several starts wins. */
  ensure(wanted: Pick<InstanceFacts, 'domain' | 'demonstration'>): Promise<InstanceFacts> {
    return this.transactions.run(systemScope('administration'), async (em) => {
      await run(
        em,
        'insert into instance (id, domain, secret, demonstration, created_at) values (1, $1, $2, $3, $4) on conflict (id) do nothing',
        [wanted.domain, newSecretToken(), wanted.demonstration, this.clock.now().toString()],
      );
      return (await readInstance(em))!;
    });
  }

  /** Undefined before the first set-up. */
  read(): Promise<InstanceFacts | undefined> {
    return this.transactions.run(systemScope('administration'), readInstance);
  }
}

function readInstance(em: EntityManager): Promise<InstanceFacts | undefined> {
  return row<InstanceFacts>(em, 'select domain, secret, demonstration from instance where id = 1');
}
