import { type Actor, mayActFor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { checkedSearch, MOST_SEARCHES, type SavedSearch, type SearchContent } from './saved-search.js';
import { readSavedSearch } from './saved-searches.query.js';
import { insertSearch, updateSearch } from './write-search.js';

/** Somebody keeps a search, changes it, or throws it away. Only they see it. Calendars of a search are kept in memory as of an index revision. */
@Injectable()
export class SaveSearch {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, content: SearchContent): Promise<SavedSearch> {
    refuseForeign(actor, content.authorityId);
    const checked = checkedSearch(content);
    return this.write(actor, 'search.saved', async (em, at) => {
      const counted = 'select count(*)::int as count from saved_search where person_id = $1 and not profile';
      const kept = await row<{ count: number }>(em, counted, [actor.id]);
      if (kept!.count >= MOST_SEARCHES)
        throw new DomainError('invalid', {}, [{ pointer: '', code: 'too-many', params: { most: MOST_SEARCHES } }]);
      return insertSearch(em, actor.id, checked, at);
    });
  }

  /** Fields that are left out stay. Throws 'not-found' for those of others, and 'stale'. */
  change(actor: Actor, id: string, version: number, change: Partial<SearchContent>): Promise<SavedSearch> {
    return this.write(actor, 'search.changed', async (em, at) => {
      const before = await ownSearch(em, actor, id, version);
      const after = checkedSearch({ ...before, ...change });
      refuseForeign(actor, after.authorityId);
      return updateSearch(em, before, after, at);
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
  if (search?.personId !== actor.id || search.isProfile) throw new DomainError('not-found');
  if (search.version !== version) throw new DomainError('stale', { current: search.version });
  return search;
}
