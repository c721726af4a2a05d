import type { MatchingState } from '@app/matching/matching-state.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PlannedReminder } from './plan.js';
import { planAll } from './plan-all.js';
import { readRecipients } from './recipients.query.js';

/** What planning a call anew would do to the ledger. */
export interface ForeseenReminders {
  /** Reminders of the call that are to be sent afterwards. */
  readonly planned: number;
  readonly added: number;
  /** The same reminder at another time. */
  readonly moved: number;
  readonly dropped: number;
  /** How many people have a reminder added, moved or dropped. */
  readonly people: number;
}

interface LedgerEntry {
  readonly personId: string;
  readonly authorityId: string;
  readonly deadlineId: string;
  readonly closesOn: string;
  readonly closing: number;
  readonly lead: number;
  readonly unit: string;
  readonly kind: string;
  readonly dueAt: string;
  readonly state: 'planned' | 'bound' | 'sent' | 'skipped' | 'failed';
  readonly reason: string | null;
}

/** Holds the plan of a state (as it is, or as a change would make it) against the ledger; writes nothing. Reads what all authorities own. */
export async function foreseeReminders(
  em: EntityManager,
  state: MatchingState,
  callId: string,
  now: Temporal.Instant,
): Promise<ForeseenReminders> {
  const planned = planAll(state, await readRecipients(em, { callId }), { callId }, now);
  const ledger = await rows<LedgerEntry>(
    em,
    `select person_id as "personId", authority_id as "authorityId", deadline_id as "deadlineId", closes_on::text as "closesOn", closing, lead, unit,
       kind, due_at::text as "dueAt", state, reason from reminder where call_id = $1`,
    [callId],
  );
  return compare(planned, ledger);
}

type Natural = Pick<LedgerEntry, 'personId' | 'authorityId' | 'deadlineId' | 'closesOn' | 'lead' | 'unit' | 'kind'>;

function keyOf({ personId, authorityId, deadlineId, closesOn, lead, unit, kind }: Natural): string {
  return [personId, authorityId, deadlineId, closesOn, lead, unit, kind].join(' ');
}

/** Decides as `writePlanned` does: what was sent, failed or is on its way stays, what was skipped comes back unless it was superseded. */
function compare(planned: readonly PlannedReminder[], ledger: readonly LedgerEntry[]): ForeseenReminders {
  const known = new Map(ledger.map((entry) => [keyOf(entry), entry]));
  const wanted = new Set(planned.map(keyOf));
  const open = planned.filter((reminder) => !isDone(known.get(keyOf(reminder))));
  const added = open.filter((reminder) => known.get(keyOf(reminder))?.state !== 'planned');
  const moved = open.filter((reminder) => isElsewhere(reminder, known.get(keyOf(reminder))));
  const dropped = ledger.filter((entry) => entry.state === 'planned' && !wanted.has(keyOf(entry)));
  const people = new Set([...added, ...moved, ...dropped].map(({ personId }) => personId)).size;
  return { planned: open.length, added: added.length, moved: moved.length, dropped: dropped.length, people };
}

function isDone(entry: LedgerEntry | undefined): boolean {
  if (entry === undefined || entry.state === 'planned') return false;
  return entry.state !== 'skipped' || entry.reason === 'superseded';
}

function isElsewhere(reminder: PlannedReminder, entry: LedgerEntry | undefined): boolean {
  if (entry?.state !== 'planned') return false;
  return entry.closing !== reminder.closing || Temporal.Instant.compare(toInstant(entry.dueAt), reminder.dueAt) !== 0;
}
