import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { type Scope, scopeOf, systemScope } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from './acting-for.js';
import { DIGEST_FREQUENCIES, PROFILE_FILTER, type SavedSearch } from './saved-search.js';
import { readProfileSearch, readSavedSearch } from './saved-searches.query.js';
import { insertSearch, updateSearch } from './write-search.js';

/** 'off', or how often new matches are told. */
export const PROFILE_DIGESTS = ['off', ...DIGEST_FREQUENCIES] as const;
export type ProfileDigest = (typeof PROFILE_DIGESTS)[number];

/** Whether somebody hears by mail of new matches: of a search, or of all that fits one of their authorities. */
@Injectable()
export class SwitchDigest {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What the reader has chosen for what fits an authority; version 0: nothing yet. 'not-found' for who may not act for it. */
  async find(actor: Actor, key: string): Promise<{ readonly digest: ProfileDigest; readonly version: number }> {
    return this.transactions.run(scopeOf(actor), async (em) => {
      const search = await readProfileSearch(em, actor.id, await authorityActedFor(em, actor, key));
      return { digest: digestOf(search), version: search?.version ?? 0 };
    });
  }

  /** The first choice needs no version; after that 'if-match-required' without one, 'stale' with an old one. */
  async choose(actor: Actor, key: string, version: number | undefined, digest: ProfileDigest): Promise<SavedSearch> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      // the person's row is the lock: there need not be a search yet
      await row(em, 'select 1 from person where id = $1 for no key update', [actor.id]);
      const before = await readProfileSearch(em, actor.id, authorityId);
      refuseStale(before, version);
      const frequency = digest === 'off' ? (before?.frequency ?? 'daily') : digest;
      const after = { name: '', authorityId, filter: PROFILE_FILTER, digest: digest !== 'off', frequency };
      const search = before
        ? await updateSearch(em, before, after, at)
        : await insertSearch(em, actor.id, { ...after, isProfile: true }, at);
      await recordSwitch(em, actor, search, at);
      return search;
    });
  }

  /** By the address in a letter: `actor` is the system. Doing it twice changes nothing. */
  async turn(actor: Actor, searchId: string, on: boolean): Promise<void> {
    const scope: Scope = actor.kind === 'system' ? systemScope('letter-token') : scopeOf(actor);
    const at = this.clock.now();
    await this.transactions.run(scope, async (em) => {
      const before = await readSavedSearch(em, searchId);
      if (!before) throw new DomainError('not-found');
      if (before.digest === on) return;
      await recordSwitch(em, actor, await updateSearch(em, before, { ...before, digest: on }, at), at);
    });
  }
}

function digestOf(search: SavedSearch | undefined): ProfileDigest {
  return search?.digest ? search.frequency : 'off';
}

function refuseStale(before: SavedSearch | undefined, version: number | undefined): void {
  if (before ? version === before.version : !version) return;
  throw new DomainError(version === undefined ? 'if-match-required' : 'stale', { current: before?.version ?? 0 });
}

async function recordSwitch(em: EntityManager, actor: Actor, search: SavedSearch, at: Temporal.Instant): Promise<void> {
  const detail = { digest: digestOf(search) };
  await recordAudit(em, { actor, action: 'search.digest-chosen', subject: { kind: 'saved-search', id: search.id }, detail, at });
}
