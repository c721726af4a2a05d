import { row, rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type LedgerRow, readLedger } from './ledger.query.js';

const DUE = `r.person_id = $1 and r.state = 'planned' and r.due_at <= $2`;

/**
 * All that is due for a person, locked to the end of the transaction. None where another worker looks after this person or a new plan is
 * being written: a part of it would make two letters of one.
 */
export async function lockDue(em: EntityManager, personId: string, now: Temporal.Instant): Promise<LedgerRow[]> {
  if (!(await row(em, 'select 1 from person where id = $1 for no key update skip locked', [personId]))) return [];
  const parameters = [personId, now.toString()];
  const due = await readLedger(em, `where ${DUE} order by r.id for update of r skip locked`, parameters);
  const all = await row<{ count: number }>(em, `select count(*)::int as count from reminder r where ${DUE}`, parameters);
  return due.length === all?.count ? due : [];
}

/** Those of which a nearer reminder of the same closing has gone out already, or is about to. */
export async function overtaken(em: EntityManager, due: readonly LedgerRow[]): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    em,
    `select r.id from reminder r where r.id = any ($1::uuid[]) and exists (select from reminder n where n.person_id = r.person_id
       and n.authority_id = r.authority_id and n.call_id = r.call_id and n.deadline_id = r.deadline_id and n.closes_on = r.closes_on and n.state in ('bound', 'sent')
       and n.due_at >= r.due_at)`,
    [due.map(({ id }) => id)],
  );
  return new Set(found.map(({ id }) => id));
}

/** Whether more falls due for the person before the day ends: then one letter says all of it. */
export async function isMoreDue(em: EntityManager, personId: string, now: Temporal.Instant, dayEndsAt: Temporal.Instant): Promise<boolean> {
  const more = await row(em, `select 1 from reminder where person_id = $1 and state = 'planned' and due_at > $2 and due_at < $3 limit 1`, [
    personId,
    now.toString(),
    dayEndsAt.toString(),
  ]);
  return more !== undefined;
}

/** Whether the person's letter of reminders of that day is bound or gone already; other letters do not count. */
export async function hasLetterOf(em: EntityManager, personId: string, day: Temporal.PlainDate): Promise<boolean> {
  const letter = await row(
    em,
    `select 1 from letter where person_id = $1 and local_day = $2::date and kind = 'reminders' and state in ('bound', 'sent') limit 1`,
    [personId, day.toString()],
  );
  return letter !== undefined;
}
