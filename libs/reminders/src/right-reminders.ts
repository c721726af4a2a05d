import type { AuthorityView } from '@app/authorities/authority-view.js';
import { dayAt } from '@app/kernel/clock.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { closingOn } from './closing-on.js';
import { type LedgerRow, readLedger } from './ledger.query.js';
import type { ClaimedLetter } from './letter-state.js';
import type { Reminded } from './letters/compose-letter.js';
import type { NextReminder } from './letters/letter-model.js';
import { objectionTo } from './objection.js';
import { membershipKey, type Recipient, readRecipients } from './recipients.query.js';
import { skip } from './write-plan.js';

/** A reminder that is still right, and to whom. */
export interface RightReminder {
  readonly reminder: LedgerRow;
  readonly recipient: Recipient;
}

/** With what reminders are looked at, in the claim's transaction. */
export interface Looking {
  readonly em: EntityManager;
  readonly state: MatchingState;
  readonly now: Temporal.Instant;
}

/** What is still right in each letter; the rest is skipped, each with its reason. */
export async function lookAgain({ em, state, now }: Looking, letters: readonly ClaimedLetter[]): Promise<Map<string, RightReminder[]>> {
  const ids = letters.map(({ id }) => id);
  const bound = await readLedger(em, `where r.letter_id = any ($1::uuid[]) and r.state = 'bound' order by r.id for update of r`, [ids]);
  const recipients = await readRecipients(em, { personIds: letters.map(({ personId }) => personId) });
  const byMembership = new Map(recipients.map((recipient) => [membershipKey(recipient), recipient]));
  const looked = bound.map((reminder) => {
    const recipient = byMembership.get(membershipKey(reminder));
    return { reminder, recipient, reason: objectionTo(reminder, recipient, state, now) };
  });
  const wrong = looked.flatMap(({ reminder: { id }, reason }) => (reason ? [{ id, reason }] : []));
  await skip(em, wrong, now);
  const right = looked.flatMap(({ reminder, recipient, reason }) => (recipient && !reason ? [{ reminder, recipient }] : []));
  return Map.groupBy(right, ({ reminder }) => reminder.letterId!);
}

/** The next planned reminder of each person, for the foot of the letter. */
export async function readNext(em: EntityManager, personIds: readonly string[], now: Temporal.Instant): Promise<Map<string, LedgerRow>> {
  const next = await readLedger(
    em,
    `where r.id in (select n.id from unnest($1::uuid[]) as p (id) cross join lateral
       (select id from reminder where person_id = p.id and state = 'planned' and due_at > $2 order by due_at limit 1) as n)`,
    [[...new Set(personIds)], now.toString()],
  );
  return new Map(next.map((reminder) => [reminder.personId, reminder]));
}

export function nextOf({ callId, dueAt, zone }: LedgerRow, reminded: readonly Reminded[]): NextReminder {
  return { day: dayAt(dueAt, zone), isOfAnotherCall: !reminded.some(({ call }) => call.id === callId) };
}

/** As its composer wants it. */
export function remindedOf({ reminder, recipient }: RightReminder, state: MatchingState): Reminded {
  const { call } = state.calls.get(reminder.callId)!;
  const authority: AuthorityView = state.authorities.get(recipient.ordinal)!;
  return { call, authority, named: state.named, dueAt: reminder.dueAt, ...closingOn(call, reminder.deadlineId, reminder.closesOn)! };
}
