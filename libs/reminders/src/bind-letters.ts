import { newId } from '@app/kernel/ids.js';
import type { Jobs } from '@app/persistence/jobs.js';
import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LedgerRow } from './ledger.query.js';

export interface NewLetter {
  readonly personId: string;
  /** Of the place that it is about. */
  readonly day: Temporal.PlainDate;
  readonly reminders: readonly LedgerRow[];
}

export interface AddressedNewLetter extends NewLetter {
  /** Of its copies: what the limits count. */
  readonly domains: readonly string[];
}

/**
 * Letters with their reminders and the jobs that send them, in the caller's transaction, which has locked their people. Numbers of the day are
 * tried, not asked for: throws where another has taken one.
 */
export async function bindLetters(
  em: EntityManager,
  jobs: Jobs,
  letters: readonly AddressedNewLetter[],
  now: Temporal.Instant,
): Promise<void> {
  if (letters.length === 0) return;
  const counted = new Map<string, number>();
  const documents = letters.map(({ personId, day, domains, reminders }) => {
    const place = (counted.get(`${personId} ${day}`) ?? 0) + 1;
    counted.set(`${personId} ${day}`, place);
    return { id: newId(now), personId, day: day.toString(), place, domains, reminders: reminders.map(({ id }) => id) };
  });
  const inserted = await run(
    em,
    `insert into letter (id, person_id, local_day, number, state, attempts, refusals, bound_at, domains)
     select n.id, n."personId", n.day, n.place + (select count(*)::int from letter l where l.person_id = n."personId" and l.local_day = n.day), 'bound', 0, 0, $2,
       array(select jsonb_array_elements_text(n.domains))
     from jsonb_to_recordset($1::jsonb) as n (id uuid, "personId" uuid, day date, place integer, domains jsonb)
     on conflict (person_id, local_day, number) do nothing`,
    [JSON.stringify(documents), now.toString()],
  );
  if (inserted !== letters.length) throw new Error('another worker has bound a letter of this number');
  await run(
    em,
    `update reminder set state = 'bound', letter_id = n.id, reason = null, updated_at = $2
     from jsonb_to_recordset($1::jsonb) as n (id uuid, reminders jsonb), jsonb_array_elements_text(n.reminders) as bound (id)
     where reminder.id = bound.id::uuid and reminder.state = 'planned'`,
    [JSON.stringify(documents), now.toString()],
  );
  await jobs.enqueueAll(
    em,
    'send-letter',
    documents.map(({ id }) => ({ letterId: id, refusals: 0 })),
  );
}
