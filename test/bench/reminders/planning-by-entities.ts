import { Person } from '@app/accounts/person.js';
import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { AUTHORITY_COLUMNS } from '@app/authorities/read-authorities.query.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { Call } from '@app/funding/call.js';
import { newId } from '@app/kernel/ids.js';
import { row, rows, run } from '@app/persistence/sql.js';
import { DEFAULT_CHOICE } from '@app/reminders/preference.js';
import { readPreference } from '@app/reminders/read-preference.query.js';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { NOW } from './crowd.js';

/**
 * How it is written where nobody thinks of thousands: for each recipient a unit of work that loads the person, their authorities and preference and
 * the open calls, asks the evaluator, looks whether each reminder is there already, and writes it. The evaluator is the product's own.
 */
export async function planByEntities(orm: MikroORM, recipients: readonly { readonly personId: string }[]): Promise<void> {
  for (const { personId } of recipients) {
    const em = (orm.em as EntityManager).fork();
    await em.transactional(async (inner) => {
      await rows(inner, `select set_config('foerdertakt.system', 'reminder-planning', true)`);
      await planForPerson(inner, personId);
    });
  }
}

async function planForPerson(em: EntityManager, personId: string): Promise<void> {
  const person = await em.findOneOrFail(Person, { id: personId });
  const preference = { ...DEFAULT_CHOICE, ...(await readPreference(em, person.id)) };
  const memberships = await rows<{ id: string }>(em, 'select authority_id as id from membership where person_id = $1', [person.id]);
  const calls = await em.find(Call, { state: 'published' });
  for (const { id: authorityId } of memberships) {
    const authority = await row<AuthorityView>(em, `select ${AUTHORITY_COLUMNS} from authority a where a.id = $1`, [authorityId]);
    for (const call of calls) {
      if (evaluate(call.rule, applicantOf(authority!)).outcome !== 'eligible') continue;
      const [deadline] = call.deadlines;
      const closes = deadline?.schedule.kind === 'fixed' ? deadline.schedule.closes.date : undefined;
      for (const lead of preference.leads)
        if (closes && isToday(closes, lead)) await remind(em, { personId, authorityId, callId: call.id, lead, closes });
    }
  }
}

interface Reminder {
  readonly personId: string;
  readonly authorityId: string;
  readonly callId: string;
  readonly lead: number;
  readonly closes: string;
}

function isToday(closes: string, lead: number): boolean {
  return Temporal.PlainDate.from(closes).subtract({ days: lead }).equals(NOW.toZonedDateTimeISO('Europe/Berlin').toPlainDate());
}

async function remind(em: EntityManager, { personId, authorityId, callId, lead, closes }: Reminder): Promise<void> {
  const key = [personId, authorityId, callId, closes, lead];
  const known = await row(
    em,
    `select 1 from reminder where person_id = $1 and authority_id = $2 and call_id = $3 and deadline_id = 'd' and closes_on = $4 and lead = $5 and unit = 'days'`,
    key,
  );
  if (known) return;
  await run(
    em,
    `insert into reminder (person_id, authority_id, call_id, closes_on, lead, id, deadline_id, closing, unit, kind, due_at, state, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, 'd', 1, 'days', 'closing', '2026-11-30T06:00:00Z', 'planned', $7, $7)`,
    [...key, newId(NOW), NOW.toString()],
  );
}
