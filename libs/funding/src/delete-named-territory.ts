import { readNamedTerritories } from '@app/authorities/territories/named-territories.query.js';
import type { NamedTerritoryView } from '@app/authorities/territories/named-territory.js';
import { keepInHistory } from '@app/authorities/territories/write-named-territory.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { rows, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Removes a set of territories that nothing which people can see is made of: a published rule must keep saying what it said. */
@Injectable()
export class DeleteNamedTerritory {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Throws 'not-found', 'stale', and 'conflict' with what uses the set. */
  run(actor: Actor, slug: string, version: number): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      // First of all: publishing takes the same lock, so no call comes to use the set in between.
      const revision = await raiseIndexRevision(em);
      const sets = await readNamedTerritories(em);
      const known = sets.get(slug);
      if (!known) throw new DomainError('not-found');
      if (known.version !== version) throw new DomainError('stale', { current: known.version });
      const uses = [...usesBySets(slug, sets), ...(await usesByCalls(em, slug))];
      if (uses.length > 0) throw new DomainError('conflict', {}, uses);
      await run(
        em,
        'update named_territory set deleted_at = $2::timestamptz, updated_at = $2::timestamptz, revision = $3, version = version + 1 where slug = $1',
        [slug, at.toString(), revision.toString()],
      );
      await keepInHistory(em, { slug, revision, at, content: null });
      const subject = { kind: 'named-territory', id: slug };
      await recordAudit(em, { actor, action: 'named-territory.removed', subject, detail: { entries: known.entries.length }, at });
      await this.jobs.enqueue(em, 'authorities-changed', {});
    });
  }
}

function usesBySets(slug: string, sets: ReadonlyMap<string, NamedTerritoryView>): Fault[] {
  const users = [...sets.values()].filter(({ includes, excludes }) => includes.includes(slug) || excludes.includes(slug));
  return users.map((user) => ({ pointer: '', code: 'used-by-set', params: { name: user.slug } }));
}

/** Rule and deadlines are searched for the name between quotation marks, as JSON writes it. Withdrawn calls stay readable, so they count. */
async function usesByCalls(em: EntityManager, slug: string): Promise<Fault[]> {
  const users = await rows<{ name: string }>(
    em,
    `select coalesce(c.title ->> 'de', p.title ->> 'de', p.title ->> 'en', '') || ' (' || c.round || ')' as name
     from call c join program p on p.id = c.program_id
     where c.state <> 'draft' and (position($1 in c.rule::text) > 0 or position($1 in c.deadlines::text) > 0) order by c.ordinal limit 20`,
    [`"named:${slug}"`],
  );
  return users.map(({ name }) => ({ pointer: '', code: 'used-by-call', params: { name } }));
}
