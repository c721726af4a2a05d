import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { faultsOf } from './check-named-territory.js';
import { readNamedTerritories } from './named-territories.query.js';
import type { NamedTerritoryContent } from './named-territory.js';
import { writeNamedTerritory } from './write-named-territory.js';

/** Changes what is in a set, published rules or not: outcomes follow at once, and whoever gains or loses by it hears of it. */
@Injectable()
export class ChangeNamedTerritory {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Fields that are left out stay. Throws 'not-found', 'stale', and 'invalid' with a pointer to each fault. */
  run(actor: Actor, slug: string, version: number, change: Partial<NamedTerritoryContent>): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const revision = await raiseIndexRevision(em);
      const sets = await readNamedTerritories(em);
      const known = sets.get(slug);
      if (!known) throw new DomainError('not-found');
      if (known.version !== version) throw new DomainError('stale', { current: known.version });
      const content = { ...known, ...change };
      const faults = faultsOf(slug, content, sets);
      if (faults.length > 0) throw new DomainError('invalid', {}, faults);
      const detail = { fields: Object.keys(change) };
      await writeNamedTerritory(em, this.jobs, { slug, content, revision, actor, at, action: 'named-territory.changed', detail });
    });
  }
}
