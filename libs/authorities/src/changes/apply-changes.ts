import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ImportCounts } from '../import-register.js';
import type { ListedChange } from '../register/read-changes-csv.js';
import { type LineFault, problemOf, type RegisterProblem } from '../register/register-problem.js';
import { settle } from './settle.js';

interface Listed {
  readonly changes: readonly ListedChange[];
  readonly problems: readonly RegisterProblem[];
}

interface Occasion {
  readonly actor: Actor;
  readonly importId: string | null;
  readonly revision: bigint;
  readonly at: Temporal.Instant;
  readonly today: string;
}

/** Carries out a list of changes: who handed it in has confirmed it by that. The same list again changes nothing. Counts are of authorities. */
@Injectable()
export class ApplyChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run(actor: Actor, listed: Listed, importId: string | null = null): Promise<{ counts: ImportCounts; problems: RegisterProblem[] }> {
    const at = this.clock.now();
    return this.transactions.run(systemScope('register-import'), async (em) => {
      const occasion = { actor, importId, at, today: dayAt(at, HOME_ZONE).toString(), revision: await raiseIndexRevision(em) };
      const problems = [...listed.problems];
      const [ended, changed] = [new Set<string>(), new Set<string>()];
      let unchanged = 0;
      for (const change of listed.changes) {
        const fault = await this.apply(em, change, occasion);
        if (fault === 'unchanged') unchanged++;
        else if (fault) problems.push(problemOf(change.line, fault, change.oldKey));
        else {
          ended.add(change.oldKey);
          if (change.newKey !== null) changed.add(change.newKey);
        }
      }
      const counts = { added: 0, changed: changed.size, unchanged, ended: ended.size };
      if (ended.size > 0) await this.jobs.enqueue(em, 'authorities-changed', {});
      const detail = { ...counts, problems: problems.length };
      await recordAudit(em, { actor, action: 'register.imported', subject: { kind: 'register', id: 'changes-csv' }, detail, at });
      return { counts, problems: problems.toSorted((a, b) => a.line - b.line) };
    });
  }

  private async apply(em: EntityManager, change: ListedChange, occasion: Occasion): Promise<LineFault | 'unchanged' | undefined> {
    const { oldKey, newKey, kind, effectiveOn } = change;
    if (effectiveOn > occasion.today) return { code: 'day-to-come', params: { value: effectiveOn } };
    const [old, successor] = [await find(em, oldKey), newKey === null ? null : await find(em, newKey)];
    if (!old || successor === undefined) return { code: 'unknown-key', params: { key: old ? newKey : oldKey } };
    if (await isConfirmed(em, old.id, successor?.id ?? null)) return 'unchanged';
    if (old.validTo !== null && kind !== 'split') return { code: 'already-ended', params: { key: oldKey } };
    if (successor && successor.validTo !== null) return { code: 'already-ended', params: { key: newKey } };
    const reason = { code: 'in-list', params: {} } as const;
    await settle(em, this.jobs, { old, successor, kind, effectiveOn, reason }, { ...occasion, by: 'import' });
    return undefined;
  }
}

function find(em: EntityManager, key: string): Promise<{ id: string; key: string; validTo: string | null } | undefined> {
  return row(em, 'select id, key, valid_to::text as "validTo" from authority where key = $1', [key]);
}

async function isConfirmed(em: EntityManager, oldId: string, newId: string | null): Promise<boolean> {
  const found = await row(
    em,
    `select 1 from authority_change where old_authority_id = $1 and new_authority_id is not distinct from $2::uuid and state = 'confirmed'`,
    [oldId, newId],
  );
  return found !== undefined;
}
