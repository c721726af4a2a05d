import { newId } from '@app/kernel/ids.js';
import { row, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type LedgerRow, readLedger } from './ledger.query.js';
import type { PlannedReminder } from './plan.js';
import type { PlanScope } from './plan-all.js';

/**
 * What is told, once, and to whom, a short line each: of a call for thousands only the people differ. $1 the lines, $2 what is told.
 */
const PLANNED = `(select line.*, told.* from jsonb_to_recordset($1::jsonb) as line (id uuid, "personId" uuid, "authorityId" uuid, told integer)
  join jsonb_to_recordset($2::jsonb) as told (number integer, "callId" uuid, "deadlineId" text, closing integer, "closesOn" date, lead integer, unit text, kind text,
    "dueAt" timestamptz) on told.number = line.told) as p`;
const STORED_KEY = 'r.person_id, r.authority_id, r.call_id, r.deadline_id, r.closes_on, r.lead, r.unit, r.kind';
const PLANNED_KEY = 'p."personId", p."authorityId", p."callId", p."deadlineId", p."closesOn", p.lead, p.unit, p.kind';
const SAME = `(${STORED_KEY}) = (${PLANNED_KEY})`;
/**
 * Compared with a set: nobody tells PostgreSQL how many lines a document has, so a join with it may go through all of them for each row.
 */
const IS_UNPLANNED = `(${STORED_KEY}) not in (select ${PLANNED_KEY} from ${PLANNED})`;

/** The parameters of PLANNED. */
function documentsOf(planned: readonly PlannedReminder[], at: Temporal.Instant): [lines: string, told: string] {
  const numbers = new Map<string, number>();
  const told: object[] = [];
  const lines = planned.map(({ personId, authorityId, dueAt, ...rest }) => {
    const key = `${rest.callId} ${rest.deadlineId} ${rest.closesOn} ${rest.closing} ${rest.lead} ${rest.unit} ${rest.kind} ${dueAt.epochMilliseconds}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = told.length;
      numbers.set(key, number);
      told.push({ ...rest, number, dueAt: dueAt.toString() });
    }
    return { id: newId(at), personId, authorityId, told: number };
  });
  return [JSON.stringify(lines), JSON.stringify(told)];
}

/**
 * Puts the plan into the ledger and answers how many rows were new or changed. What was sent, failed or is on its way stays; what was
 * skipped comes back, since the plan has it again, unless a nearer reminder went out in its place. Nothing else is even locked.
 */
export function writePlanned(em: EntityManager, planned: readonly PlannedReminder[], at: Temporal.Instant): Promise<number> {
  return run(
    em,
    `insert into reminder (id, person_id, authority_id, call_id, deadline_id, closing, closes_on, lead, unit, kind, due_at, state, created_at, updated_at)
     select p.id, p."personId", p."authorityId", p."callId", p."deadlineId", p.closing, p."closesOn", p.lead, p.unit, p.kind, p."dueAt", 'planned', $3, $3
     from ${PLANNED}
     where not exists (select from reminder r where ${SAME} and (r.state in ('bound', 'sent', 'failed')
       or (r.state = 'skipped' and r.reason = 'superseded')
       or (r.state = 'planned' and r.due_at = p."dueAt" and r.closing = p.closing)))
     on conflict on constraint reminder_natural_key do update
       set due_at = excluded.due_at, closing = excluded.closing, state = 'planned', reason = null, letter_id = null, updated_at = excluded.updated_at
       where reminder.state = 'planned' or (reminder.state = 'skipped' and reminder.reason <> 'superseded')`,
    [...documentsOf(planned, at), at.toString()],
  );
}

/** The planned rows of the scope that the plan no longer has, locked. A new call has none, and is not compared with anything. */
export async function readUnplanned(
  em: EntityManager,
  planned: readonly PlannedReminder[],
  { callId, personId }: PlanScope,
  at: Temporal.Instant,
): Promise<LedgerRow[]> {
  const scope = [callId ?? null, personId ?? null];
  const condition = (from: number) =>
    `r.state = 'planned' and ($${from}::uuid is null or r.call_id = $${from}) and ($${from + 1}::uuid is null or r.person_id = $${from + 1})`;
  if (!(await row(em, `select 1 from reminder r where ${condition(1)} limit 1`, scope))) return [];
  return readLedger(em, `where ${condition(3)} and ${IS_UNPLANNED} order by r.id for update of r`, [...documentsOf(planned, at), ...scope]);
}

/** Rows that will not be sent, each with its reason; answers how many. */
export async function skip(em: EntityManager, skipped: readonly { id: string; reason: string }[], at: Temporal.Instant): Promise<number> {
  if (skipped.length === 0) return 0;
  return run(
    em,
    `update reminder set state = 'skipped', reason = s.reason, letter_id = null, updated_at = $2
     from jsonb_to_recordset($1::jsonb) as s (id uuid, reason text) where reminder.id = s.id and reminder.state in ('planned', 'bound')`,
    [JSON.stringify(skipped), at.toString()],
  );
}
