import { type Actor, mayActFor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { checkedSearch, MOST_SEARCHES, type SavedSearch, type SearchContent } from './saved-search.js';
import { readSavedSearch } from './saved-searches.query.js';

/** Somebody keeps a search, changes it, or throws it away. Only they see it. Calendars of a search are kept in memory as of an index revision. */
@Injectable()
export class SaveSearch {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, content: SearchContent): Promise<SavedSearch> {
    refuseForeign(actor, content.authorityId);
    const { name, authorityId, filter, digest } = checkedSearch(content);
    return this.write(actor, 'search.saved', async (em, at) => {
      const kept = await row<{ count: number }>(em, 'select count(*)::int as count from saved_search where person_id = $1', [actor.id]);
      if (kept!.count >= MOST_SEARCHES)
        throw new DomainError('invalid', {}, [{ pointer: '', code: 'too-many', params: { most: MOST_SEARCHES } }]);
      const id = newId(at);
      const values = [id, actor.id, authorityId, name, JSON.stringify(filter), digest, at.toString()];
      await run(
        em,
        `insert into saved_search (id, person_id, authority_id, name, filter, digest, version, created_at, updated_at)
         values ($1, $2, $3, $4, $5::jsonb, $6, 1, $7, $7)`,
        values,
      );
      return (await readSavedSearch(em, id))!;
    });
  }

  /** Fields that are left out stay. Throws 'not-found' for those of others, and 'stale'. */
  change(actor: Actor, id: string, version: number, change: Partial<SearchContent>): Promise<SavedSearch> {
    return this.write(actor, 'search.changed', async (em, at) => {
      const before = await ownSearch(em, actor, id, version);
      const { name, authorityId, filter, digest } = checkedSearch({ ...before, ...change });
      refuseForeign(actor, authorityId);
      await run(
        em,
        `update saved_search set name = $2, authority_id = $3, filter = $4::jsonb, digest = $5, version = version + 1, updated_at = $6 where id = $1`,
        [id, name, authorityId, JSON.stringify(filter), digest, at.toString()],
      );
      return (await readSavedSearch(em, id))!;
    });
  }

  remove(actor: Actor, id: string, version: number): Promise<SavedSearch> {
    return this.write(actor, 'search.removed', async (em) => {
      const search = await ownSearch(em, actor, id, version);
      await run(em, 'delete from saved_search where id = $1', [id]);
      return search;
    });
  }

  private write(
    actor: Actor,
    action: string,
    work: (em: EntityManager, at: Temporal.Instant) => Promise<SavedSearch>,
  ): Promise<SavedSearch> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      await raiseIndexRevision(em);
      const search = await work(em, at);
      await recordAudit(em, { actor, action, subject: { kind: 'saved-search', id: search.id }, at });
      return search;
    });
  }
}

function refuseForeign(actor: Actor, authorityId: string | null): void {
  if (authorityId !== null && !mayActFor(actor, authorityId))
    throw new DomainError('unknown-authority', {}, [{ pointer: '/authority', code: 'unknown-authority' }]);
}

async function ownSearch(em: EntityManager, actor: Actor, id: string, version: number): Promise<SavedSearch> {
  const search = await readSavedSearch(em, id);
  if (search?.personId !== actor.id) throw new DomainError('not-found');
  if (search.version !== version) throw new DomainError('stale', { current: search.version });
  return search;
}
