import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { type Scope, scopeOf, systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { checkedChoice, DEFAULT_CHOICE, type ReminderChoice, type ReminderPreference } from './preference.js';
import { readPreference } from './read-preference.query.js';

/** What is chosen, and perhaps whether all letters end or begin again. */
export interface ReminderWish extends ReminderChoice {
  /** Absent: as before. */
  readonly stopped?: boolean;
}

/**
 * When somebody wants to be reminded: themselves, or an administrator for them; for others there is nothing here ('not-found').
 * What was never chosen has no version, so the first choice needs none; after that 'if-match-required' without one, 'stale' with an old one.
 */
@Injectable()
export class SetReminderPreference {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async run(actor: Actor, personId: string, version: number | undefined, wish: ReminderWish): Promise<ReminderPreference> {
    refuseOthers(actor, personId);
    const { stopped, ...choice } = wish;
    const checked = checkedChoice(choice);
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const before = await lockPreference(em, personId);
      refuseStale(before, version);
      await savePreference(em, personId, { ...checked, stoppedAt: stoppedAt(before, stopped, at) }, at);
      const detail = { ...checked, ...(stopped !== undefined && { stopped }) };
      await recordAudit(em, { actor, action: 'reminders.chosen', subject: { kind: 'person', id: personId }, detail, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId });
      return readPreference(em, personId);
    });
  }

  /** Ends or resumes the letters as a whole; what was chosen stays. Doing it twice changes nothing. */
  async setStopped(actor: Actor, personId: string, stopped: boolean): Promise<ReminderPreference> {
    refuseOthers(actor, personId);
    const scope: Scope = actor.kind === 'system' ? systemScope('letter-token') : scopeOf(actor);
    const at = this.clock.now();
    return this.transactions.run(scope, async (em) => {
      const before = await lockPreference(em, personId);
      if ((before.stoppedAt !== null) === stopped) return before;
      await savePreference(em, personId, { ...before, stoppedAt: stopped ? at : null }, at);
      const action = stopped ? 'reminders.stopped' : 'reminders.resumed';
      await recordAudit(em, { actor, action, subject: { kind: 'person', id: personId }, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId });
      return readPreference(em, personId);
    });
  }
}

function stoppedAt(before: ReminderPreference, stopped: boolean | undefined, at: Temporal.Instant): Temporal.Instant | null {
  if (stopped === undefined) return before.stoppedAt;
  return stopped ? (before.stoppedAt ?? at) : null;
}

export function refuseOthers(actor: Actor, personId: string): void {
  if (!isId(personId) || (!isAdmin(actor) && actor.id !== personId)) throw new DomainError('not-found');
}

/** What was never chosen has version 0, and its first choice needs none. */
export function refuseStale(before: { readonly version: number }, version: number | undefined): void {
  if (before.version === 0 ? version === undefined || version === 0 : version === before.version) return;
  throw new DomainError(version === undefined ? 'if-match-required' : 'stale', { current: before.version });
}

/** The person's row is the lock: there need not be a preference yet. */
async function lockPreference(em: EntityManager, personId: string): Promise<ReminderPreference> {
  const person = await row(em, 'select 1 from person where id = $1 for no key update', [personId]);
  if (!person) throw new DomainError('not-found');
  return readPreference(em, personId);
}

type Kept = ReminderChoice & Pick<ReminderPreference, 'stoppedAt'>;

async function savePreference(em: EntityManager, personId: string, kept: Kept, at: Temporal.Instant): Promise<void> {
  const { leads, unit, about, frequency, stoppedAt } = { ...DEFAULT_CHOICE, ...kept };
  await run(
    em,
    `insert into reminder_preference (person_id, leads, unit, about, frequency, stopped_at, version, created_at, updated_at)
       values ($1, $2::integer[], $3, $4, $5, $6, 1, $7, $7)
     on conflict (person_id) do update set leads = excluded.leads, unit = excluded.unit, about = excluded.about,
       frequency = excluded.frequency, stopped_at = excluded.stopped_at, version = reminder_preference.version + 1, updated_at = excluded.updated_at`,
    [personId, [...leads], unit, about, frequency, stoppedAt?.toString() ?? null, at.toString()],
  );
}
