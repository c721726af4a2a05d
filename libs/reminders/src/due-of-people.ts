import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type LedgerRow, readLedger } from './ledger.query.js';

const DUE = `r.person_id = any ($1::uuid[]) and r.state = 'planned' and r.due_at <= $2`;

/** All that is due for some people, and what else decides about it. */
export interface DueOfPeople {
  readonly due: ReadonlyMap<string, readonly LedgerRow[]>;
  /** Those of which a nearer reminder of the same closing has gone out already, or is about to. */
  readonly overtaken: ReadonlySet<string>;
  /** When more falls due for the person: if that is today, one letter says all of it. */
  readonly nextAt: ReadonlyMap<string, Temporal.Instant>;
  /** "person day" of letters of reminders that are bound or gone; others do not count. */
  readonly letterDays: ReadonlySet<string>;
}

/**
 * Locked to the end of the transaction. Nothing of people whom another worker looks after, or for whom a new plan is being written: a part of
 * it would make two letters of one.
 */
export async function lockDue(em: EntityManager, personIds: readonly string[], now: Temporal.Instant): Promise<DueOfPeople> {
  const free = await rows<{ id: string }>(
    em,
    'select id from person where id = any ($1::uuid[]) order by id for no key update skip locked',
    [personIds],
  );
  const parameters = [free.map(({ id }) => id), now.toString()];
  const locked = await readLedger(em, `where ${DUE} order by r.id for update of r skip locked`, parameters);
  const byPerson = Map.groupBy(locked, ({ personId }) => personId);
  const all = await rows<{ id: string; count: number }>(
    em,
    `select r.person_id as id, count(*)::int as count from reminder r where ${DUE} group by 1`,
    parameters,
  );
  for (const { id, count } of all) if (byPerson.get(id)?.length !== count) byPerson.delete(id);
  const due = [...byPerson.values()].flat();
  return {
    due: byPerson,
    overtaken: await overtaken(em, due),
    nextAt: await nextDue(em, [...byPerson.keys()], now),
    letterDays: await letterDays(em, [...byPerson.keys()], now),
  };
}

async function overtaken(em: EntityManager, due: readonly LedgerRow[]): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    em,
    `select r.id from reminder r where r.id = any ($1::uuid[]) and exists (select from reminder n where n.person_id = r.person_id
       and n.authority_id = r.authority_id and n.call_id = r.call_id and n.deadline_id = r.deadline_id and n.closes_on = r.closes_on and n.state in ('bound', 'sent')
       and n.due_at >= r.due_at)`,
    [due.map(({ id }) => id)],
  );
  return new Set(found.map(({ id }) => id));
}

async function nextDue(em: EntityManager, personIds: readonly string[], now: Temporal.Instant): Promise<Map<string, Temporal.Instant>> {
  const found = await rows<{ id: string; at: string }>(
    em,
    `select person_id as id, min(due_at)::text as at from reminder where person_id = any ($1::uuid[]) and state = 'planned' and due_at > $2 group by 1`,
    [personIds, now.toString()],
  );
  return new Map(found.map(({ id, at }) => [id, toInstant(at)]));
}

async function letterDays(em: EntityManager, personIds: readonly string[], now: Temporal.Instant): Promise<Set<string>> {
  const found = await rows<{ id: string; day: string }>(
    em,
    `select person_id as id, local_day::text as day from letter where person_id = any ($1::uuid[]) and local_day >= $2::date and kind = 'reminders'
       and state in ('bound', 'sent')`,
    // today somewhere on earth
    [personIds, now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }).toString()],
  );
  return new Set(found.map(({ id, day }) => letterDayKey(id, day)));
}

/** How a day of a person is called in `letterDays`. */
export function letterDayKey(personId: string, day: Temporal.PlainDate | string): string {
  return `${personId} ${day}`;
}
