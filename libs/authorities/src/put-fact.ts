import type { FactValue } from '@app/eligibility/applicant.js';
import { type Actor, mayActFor, mayEdit } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { stamp } from './write-authorities.js';

export interface FactEntry {
  readonly value: FactValue;
  readonly asOf: string | null;
  readonly source: string;
}

interface StoredFact {
  version: number;
  visibility: 'public' | 'authority';
}

/** Enters what the register does not know. What editors and admins enter is public, what staff enter is their authority's own. Outcomes follow at once. */
@Injectable()
export class PutFact {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** `version`: of the fact that is replaced; needed where there is one. Answers the new version. An ended authority is 'not-found'. */
  async run(actor: Actor, key: string, name: string, entry: FactEntry, version: number | undefined): Promise<number> {
    const at = this.clock.now();
    return this.transactions.run(systemScope('register-import'), async (em) => {
      const day = dayAt(at, HOME_ZONE).toString();
      const authority = await row<{ id: string }>(
        em,
        'select id from authority where key = $1 and (valid_to is null or valid_to >= $2::date)',
        [key, day],
      );
      if (!authority || !(mayEdit(actor) || mayActFor(actor, authority.id))) throw new DomainError('not-found');
      const revision = await raiseIndexRevision(em);
      const stored = await row<StoredFact>(em, 'select version, visibility from fact where authority_id = $1 and name = $2', [
        authority.id,
        name,
      ]);
      refuseUnguarded(stored, version);
      if (stored?.visibility === 'public' && !mayEdit(actor)) throw new DomainError('forbidden');
      await this.write(em, { authorityId: authority.id, name, entry, actor, at });
      await stamp(em, [key], revision, at);
      await recordAudit(em, {
        actor,
        action: 'fact.entered',
        subject: { kind: 'authority', id: authority.id },
        detail: { name, asOf: entry.asOf, source: entry.source },
        at,
      });
      await this.jobs.enqueue(em, 'authorities-changed', { authorityIds: [authority.id] });
      return (stored?.version ?? 0) + 1;
    });
  }

  private async write(
    em: EntityManager,
    fact: { authorityId: string; name: string; entry: FactEntry; actor: Actor; at: Temporal.Instant },
  ): Promise<void> {
    await rows(
      em,
      `insert into fact (authority_id, name, value, as_of, source, visibility, entered_by, version, updated_at)
       values ($1, $2, $3::jsonb, $4::date, $5, $6, $7, 1, $8::timestamptz)
       on conflict (authority_id, name) do update set value = excluded.value, as_of = excluded.as_of, source = excluded.source,
         visibility = excluded.visibility, entered_by = excluded.entered_by, version = fact.version + 1, updated_at = excluded.updated_at`,
      [
        fact.authorityId,
        fact.name,
        JSON.stringify(fact.entry.value),
        fact.entry.asOf,
        fact.entry.source,
        mayEdit(fact.actor) ? 'public' : 'authority',
        fact.actor.kind === 'person' ? fact.actor.id : null,
        fact.at.toString(),
      ],
    );
  }
}

function refuseUnguarded(stored: StoredFact | undefined, version: number | undefined): void {
  if (stored && version === undefined) throw new DomainError('if-match-required');
  if (version !== undefined && stored?.version !== version) throw new DomainError('stale', { current: stored?.version ?? null });
}
