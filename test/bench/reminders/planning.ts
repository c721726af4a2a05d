import { newId } from '@app/kernel/ids.js';
import { systemScope } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { PlanReminders } from '@app/reminders/plan-reminders.js';
import { median } from '../measure.js';
import { inWords, judge, print } from '../report.js';
import { CALL_ID, type Crowd, gatherCrowd, NOW, OPEN_CALLS, RECIPIENTS } from './crowd.js';
import { planByEntities } from './planning-by-entities.js';

const ROUNDS = 5;
/** Recipients that the loop over entities plans for in a round; the rest is reckoned, since all of them would take minutes. */
const LOOPED = 100;

interface ReadyRow {
  readonly id: string;
  readonly personId: string;
  readonly authorityId: string;
}

/**
 * Planning a day: of the open calls one has its lead today, and everybody gets a reminder, into an empty ledger. We plan when a call is
 * published, so one call is planned. Held against inserting rows that are ready, and against a program that goes every day from recipient to recipient
 * and from call to call with entities of the ORM. By the clock on the wall, for most of it is PostgreSQL's work.
 */
export async function planning(): Promise<void> {
  const crowd = await gatherCrowd();
  try {
    const plan = new PlanReminders(crowd.index, crowd.transactions);
    await crowd.index.current();
    const times = { plan: [] as number[], ready: [] as number[], loop: [] as number[] };
    let rows: readonly ReadyRow[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const planned = await timed(crowd, () => plan.run({ callId: CALL_ID }, NOW), RECIPIENTS);
      rows = rows.length > 0 ? rows : await readyRows(crowd);
      const inserted = await timed(crowd, () => insertReady(crowd, rows), RECIPIENTS);
      const looped = await timed(crowd, () => planByEntities(crowd.orm, rows.slice(0, LOOPED)), LOOPED);
      if (round === 0) continue;
      times.plan.push(planned);
      times.ready.push(inserted);
      times.loop.push((looped / LOOPED) * RECIPIENTS);
    }
    report(median(times.plan), median(times.ready), median(times.loop));
  } finally {
    await crowd.close();
  }
}

function report(plan: number, ready: number, loop: number): void {
  print(`\nplanning a day for ${RECIPIENTS.toLocaleString('en')} recipients, one reminder each, ${OPEN_CALLS} calls open`);
  print(`  ${inWords(plan)}; inserting ready rows ${inWords(ready)}; a loop over entities ${inWords(loop)} (reckoned from ${LOOPED})`);
  judge('planning against inserting ready rows', plan / ready, { target: 2.5, floor: 4, atLeast: false, unit: '×' });
  judge('planning against a loop over entities', loop / plan, { target: 400, floor: 100, atLeast: true, unit: '× faster' });
}

/** In milliseconds, into an empty ledger; throws where it has not written so many reminders. */
async function timed(crowd: Crowd, work: () => Promise<unknown>, expected: number): Promise<number> {
  await crowd.sql('truncate reminder');
  const start = performance.now();
  await work();
  const time = performance.now() - start;
  const [found] = (await crowd.sql('select count(*)::int as count from reminder')).rows;
  if (found!.count !== expected) throw new Error(`${found!.count} reminders instead of ${expected}`);
  return time;
}

async function readyRows({ sql }: Crowd): Promise<ReadyRow[]> {
  const { rows } = await sql('select person_id as "personId", authority_id as "authorityId" from membership');
  return rows.map((row) => ({ ...(row as Omit<ReadyRow, 'id'>), id: newId(NOW) }));
}

/** The same rows into the same table, with nothing to be found out. */
function insertReady({ transactions }: Crowd, rows: readonly ReadyRow[]): Promise<number> {
  return transactions.run(systemScope('reminder-planning'), (em) =>
    run(
      em,
      `insert into reminder (id, person_id, authority_id, call_id, deadline_id, closing, closes_on, lead, unit, kind, due_at, state, created_at, updated_at)
       select r.id, r."personId", r."authorityId", $2, 'd', 1, '2026-12-28', 28, 'days', 'closing', '2026-11-30T06:00:00Z', 'planned', $3, $3
       from jsonb_to_recordset($1::jsonb) as r (id uuid, "personId" uuid, "authorityId" uuid)`,
      [JSON.stringify(rows), CALL_ID, NOW.toString()],
    ),
  );
}
