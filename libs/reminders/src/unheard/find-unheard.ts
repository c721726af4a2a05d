import { dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClosingAhead } from '../closings-ahead.js';
import type { UnheardReader } from '../letters/unheard-note.js';
import { isReachedOn } from '../reach.js';
import { type Recipient, readRecipients } from '../recipients.query.js';
import { readDeaf, readHeard } from './authority-mail.query.js';
import { applicationClosings, DAYS_BEFORE, nextClosing } from './near-closing.js';

/** That nobody there has taken up a call, for one who hears it. */
export interface UnheardNotice {
  readonly personId: string;
  readonly authorityId: string;
  readonly callId: string;
  readonly kind: 'nobody-listens';
  readonly subject: string;
  readonly params: { readonly deadlineId: string; readonly closesOn: string; readonly as: UnheardReader };
  /** When the closing has become near. */
  readonly nearFrom: Temporal.Instant;
}

export interface WhenNear {
  /** The moment, perhaps one to come, as of which is looked. */
  readonly now: Temporal.Instant;
  readonly isNear: (nearFrom: Temporal.Instant, zone: string) => boolean;
}

/** Who hears it on behalf of an authority. */
interface Contacts {
  readonly people: readonly Recipient[];
  readonly as: UnheardReader;
}

/**
 * Near closings of calls that an authority may apply for and that nobody there follows or has dismissed, as far as nobody there was told: for
 * the administrators among its members; where there is none for everybody there whom no reminder of that closing reaches in its last week.
 */
export async function findUnheard(em: EntityManager, state: MatchingState, when: WhenNear): Promise<UnheardNotice[]> {
  const contacts = await readContacts(em, state, when.now);
  const near = nearClosings(state, contacts, when);
  const callIds = [...new Set(near.map(({ closing: { call } }) => call.id))];
  const heard = await readHeard(em, callIds);
  const told = await readTold(em, callIds);
  const reminded = await readReminded(em, callIds, when.now);
  return near
    .filter(({ authorityId, closing }) => !heard.has(`${authorityId} ${closing.call.id}`))
    .filter(({ authorityId, closing }) => !told.has(`${authorityId} ${subjectOf(closing)}`))
    .flatMap((each) => noticesOf(each, contacts.get(each.authorityId)!))
    .filter(
      ({ personId, authorityId, subject, params }) => params.as === 'admin' || !reminded.has(`${personId} ${authorityId} ${subject}`),
    );
}

interface Near {
  readonly authorityId: string;
  readonly closing: ClosingAhead;
  readonly nearFrom: Temporal.Instant;
}

function nearClosings(state: MatchingState, contacts: ReadonlyMap<string, Contacts>, { now, isNear }: WhenNear): Near[] {
  const authorities = [...contacts.values()].flatMap(({ people }) => state.authorities.get(people[0]!.ordinal) ?? []);
  return [...state.calls.values()].flatMap(({ call, outcomes }) => {
    const closings = applicationClosings(call, now);
    if (closings.length === 0) return [];
    return authorities.flatMap((authority): Near[] => {
      if (!outcomes.eligible.has(authority.ordinal)) return [];
      const next = nextClosing(closings, authority, state.named);
      return next && isNear(next.nearFrom, authority.zone)
        ? [{ authorityId: authority.id, closing: next.ahead, nearFrom: next.nearFrom }]
        : [];
    });
  });
}

/** Of each authority that wants to hear of it those who get letters at all; none: nobody can be told. */
async function readContacts(em: EntityManager, state: MatchingState, now: Temporal.Instant): Promise<Map<string, Contacts>> {
  const deaf = await readDeaf(em);
  const admins = new Set((await rows<{ id: string }>(em, `select id from person where 'admin' = any (roles)`)).map(({ id }) => id));
  const isReached = (recipient: Recipient) =>
    isReachedOn(recipient, dayAt(now, state.authorities.get(recipient.ordinal)?.zone ?? HOME_ZONE));
  const reachable = (await readRecipients(em)).filter((recipient) => recipient.preference.stoppedAt === null && isReached(recipient));
  const wanting = reachable.filter(({ authorityId }) => !deaf.has(authorityId));
  const contacts = new Map<string, Contacts>();
  for (const [authorityId, all] of Map.groupBy(wanting, (recipient) => recipient.authorityId)) {
    const own = all.filter(({ personId }) => admins.has(personId));
    contacts.set(authorityId, own.length > 0 ? { people: own, as: 'admin' } : { people: all, as: 'staff' });
  }
  return contacts;
}

/** "authority subject" of what was told to anybody there: who becomes its administrator later does not hear it again. */
async function readTold(em: EntityManager, callIds: readonly string[]): Promise<Set<string>> {
  const sql = `select authority_id || ' ' || subject as told from notice
    where call_id = any ($1::uuid[]) and kind = 'nobody-listens' and state <> 'skipped'`;
  return new Set((await rows<{ told: string }>(em, sql, [[...callIds]])).map(({ told }) => told));
}

/** "person authority subject" of closings of which a reminder has come in their last week or a day ago, or is still to come today (a late one too). */
async function readReminded(em: EntityManager, callIds: readonly string[], now: Temporal.Instant): Promise<Set<string>> {
  const found = await rows<{ reminded: string }>(
    em,
    `select person_id || ' ' || authority_id || ' ' || call_id || ':' || deadline_id || ':' || closes_on as reminded from reminder
     where call_id = any ($1::uuid[]) and state in ('planned', 'bound', 'sent') and due_at < $2
       and (state <> 'sent' or due_at > (closes_on - $3::int) or sent_at > $4)`,
    [[...callIds], now.add({ hours: 24 }).toString(), DAYS_BEFORE + 1, now.subtract({ hours: 24 }).toString()],
  );
  return new Set(found.map(({ reminded }) => reminded));
}

function subjectOf({ call, deadline, closing }: ClosingAhead): string {
  return `${call.id}:${deadline.id}:${closing.day}`;
}

function noticesOf({ authorityId, closing, nearFrom }: Near, { people, as }: Contacts): UnheardNotice[] {
  const params = { deadlineId: closing.deadline.id, closesOn: closing.closing.day.toString(), as };
  const notice = { authorityId, callId: closing.call.id, kind: 'nobody-listens' as const, subject: subjectOf(closing), params, nearFrom };
  return people.map(({ personId }) => ({ personId, ...notice }));
}
