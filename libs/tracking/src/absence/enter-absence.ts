import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from '../acting-for.js';
import { type AbsenceContent, absenceFaults, MOST_ABSENCES } from './absence.js';
import { readAbsence } from './absences.query.js';
import { readColleagues } from './colleagues.query.js';

/** Somebody will be away; letters go to a colleague meanwhile. Entered, changed or ended early by the person, or by an administrator for them. */
@Injectable()
export class EnterAbsence {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Answers its id. Throws 'not-found' for another authority, 'invalid', and 'conflict' where the person is away already. */
  run(actor: Actor, key: string, content: AbsenceContent, personId = actor.id): Promise<string> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      if (personId !== actor.id && !isAdmin(actor)) throw new DomainError('not-found');
      await refuseFaulty(em, { ...content, authorityId, personId }, at);
      const id = newId(at);
      await run(
        em,
        `insert into absence (id, person_id, authority_id, from_day, until_day, deputy_id, also_to_me, version, created_at, updated_at)
         values ($1, $2, $3, $4::date, $5::date, $6, $7, 1, $8::timestamptz, $8::timestamptz)`,
        [id, personId, authorityId, content.from, content.until, content.deputy, content.alsoToMe, at.toString()],
      );
      const detail = { authorityId, personId, ...content };
      await recordAudit(em, { actor, action: 'absence.entered', subject: { kind: 'absence', id }, detail, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId });
      return id;
    });
  }

  /** Fields that are left out stay. Throws as `run` does, and 'stale'. */
  change(actor: Actor, key: string, id: string, version: number, change: Partial<AbsenceContent>): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      const before = await readAbsence(em, authorityId, id);
      if (!before || !mayChange(actor, before.person.id)) throw new DomainError('not-found');
      const { from, until, deputy, alsoToMe } = { ...before, ...change };
      await refuseFaulty(em, { from, until, deputy, alsoToMe, authorityId, personId: before.person.id, exceptId: id }, at);
      const changed = await run(
        em,
        `update absence set from_day = $3::date, until_day = $4::date, deputy_id = $5, also_to_me = $6, version = version + 1, updated_at = $7::timestamptz
         where id = $1 and version = $2`,
        [id, version, from, until, deputy, alsoToMe, at.toString()],
      );
      if (changed === 0) throw new DomainError('stale', { current: before.version });
      const detail = {
        authorityId,
        before: { from: before.from, until: before.until, deputy: before.deputy, alsoToMe: before.alsoToMe },
        after: { from, until, deputy, alsoToMe },
      };
      await recordAudit(em, { actor, action: 'absence.changed', subject: { kind: 'absence', id }, detail, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId: before.person.id });
    });
  }
}

export function mayChange(actor: Actor, personId: string): boolean {
  return isAdmin(actor) || actor.id === personId;
}

interface Entered extends AbsenceContent {
  readonly authorityId: string;
  readonly personId: string;
  /** The one that is being changed. */
  readonly exceptId?: string;
}

/** The person's row is the lock, so two at once do not overlap each other. */
async function refuseFaulty(em: EntityManager, entered: Entered, at: Temporal.Instant): Promise<void> {
  const { authorityId, personId, deputy, from, until, exceptId } = entered;
  await row(em, 'select 1 from person where id = $1 for no key update', [personId]);
  const authority = await row<{ zone: string }>(em, 'select zone from authority where id = $1', [authorityId]);
  const faults = absenceFaults(entered, dayAt(at, authority!.zone));
  const colleagues = await readColleagues(em, authorityId);
  const acts = (id: string) => colleagues.some((colleague) => colleague.id === id);
  if (!acts(personId)) throw new DomainError('not-found');
  if (deputy === personId || !acts(deputy)) faults.push({ pointer: '/deputy', code: 'invalid-value' });
  if (faults.length > 0) throw new DomainError('invalid', {}, faults);
  const known = await row<{ count: number; overlapping: number }>(
    em,
    `select count(*)::int as count, count(*) filter (where from_day <= $4::date and until_day >= $3::date and id is distinct from $5)::int as overlapping
     from absence where person_id = $1 and authority_id = $2`,
    [personId, authorityId, from, until, exceptId ?? null],
  );
  if (known!.overlapping > 0) throw new DomainError('conflict', {}, [{ pointer: '/from', code: 'duplicate' }]);
  if (known!.count >= MOST_ABSENCES)
    throw new DomainError('invalid', {}, [{ pointer: '', code: 'too-many', params: { most: MOST_ABSENCES } }]);
}
