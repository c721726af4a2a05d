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
import { type NamedTerritoryContent, SLUG } from './named-territory.js';
import { writeNamedTerritory } from './write-named-territory.js';

/** Gives a set of territories a name that rules can use. Where rules named it already, their outcomes are known at once. */
@Injectable()
export class CreateNamedTerritory {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Throws 'conflict' for a slug that is taken, 'invalid' with a pointer to each fault. */
  run(actor: Actor, slug: string, content: NamedTerritoryContent): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      // First of all: its row's lock lets editors follow one another, so no two of them make a circle together.
      const revision = await raiseIndexRevision(em);
      const sets = await readNamedTerritories(em);
      if (sets.has(slug)) throw new DomainError('conflict', {}, [{ pointer: '/slug', code: 'repeated' }]);
      const faults = [...(SLUG.test(slug) ? [] : [{ pointer: '/slug', code: 'wrong-form' }]), ...faultsOf(slug, content, sets)];
      if (faults.length > 0) throw new DomainError('invalid', {}, faults);
      await writeNamedTerritory(em, this.jobs, { slug, content, revision, actor, at, action: 'named-territory.created' });
    });
  }
}
