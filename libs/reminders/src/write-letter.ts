import { Instance, type InstanceFacts } from '@app/accounts/instance.js';
import type { AuthorityView } from '@app/authorities/authority-view.js';
import { dayAt } from '@app/kernel/clock.js';
import type { Message } from '@app/mail/message.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { Gathering } from '@app/persistence/gathering.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { closingOn } from './closing-on.js';
import { type LedgerRow, readLedger } from './ledger.query.js';
import { type ClaimedLetter, claimLetters, dropLetter, type LetterJob } from './letter-state.js';
import { composeLetter, type Reminded } from './letters/compose-letter.js';
import { letterLinks } from './letters/letter-links.js';
import { type LetterEnvelope, noteMessage, reminderMessage } from './letters/letter-message.js';
import type { LetterModel } from './letters/letter-model.js';
import { WriteNotices } from './notices/write-notices.js';
import { objectionTo } from './objection.js';
import { type Recipient, readRecipients } from './recipients.query.js';
import { RemindersSettings } from './reminders-settings.js';
import { skip } from './write-plan.js';

/** 'over': it was sent, dropped, given up or refused before; 'claimed': another worker is at it; 'dropped': nothing in it is right any more. */
export type Written = Message | 'over' | 'claimed' | 'dropped';

interface Order {
  readonly job: LetterJob;
  readonly now: Temporal.Instant;
}

/** What letters are written from, read once for all that are written together. */
interface Desk {
  readonly em: EntityManager;
  readonly state: MatchingState;
  readonly instance: InstanceFacts;
  readonly now: Temporal.Instant;
}

/**
 * Claims a letter, looks once more whether each of its reminders is right, and writes it as of `now`: all of it in one transaction that is
 * over before anything is sent. Its set only ever shrinks; with nothing left it is dropped. Letters that are asked for at the same time share
 * the transaction.
 */
@Injectable()
export class WriteLetter {
  private readonly writing = new Gathering((orders: readonly Order[]) => this.write(orders));
  private facts: InstanceFacts | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly index: MatchingIndex,
    private readonly instance: Instance,
    private readonly settings: RemindersSettings,
    private readonly notices: WriteNotices,
  ) {}

  run(job: LetterJob, now: Temporal.Instant): Promise<Written> {
    return this.writing.join({ job, now });
  }

  private async write(orders: readonly Order[]): Promise<Written[]> {
    // decided once, at the first set-up
    this.facts ??= await this.instance.read();
    const instance = this.facts;
    if (!instance) throw new Error('the installation is not set up');
    const state = await this.index.current();
    const now = orders.map((order) => order.now).reduce((one, other) => (Temporal.Instant.compare(one, other) < 0 ? other : one));
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      const jobs = orders.map(({ job }) => job);
      const claims = await claimLetters(em, jobs, now);
      const desk = { em, state, instance, now };
      const { reminders = [], notices = [] } = Object.groupBy(
        claims.filter((claim) => typeof claim === 'object'),
        ({ kind }) => (kind === 'reminders' ? 'reminders' : 'notices'),
      );
      const messages = await this.writeClaimed(desk, reminders);
      for (const letter of notices) messages.set(letter.id, await this.ofNotices(desk, letter));
      return claims.map((claim) => (typeof claim === 'object' ? messages.get(claim.id)! : claim));
    });
  }

  private async writeClaimed(desk: Desk, letters: readonly ClaimedLetter[]): Promise<Map<string, Message | 'dropped'>> {
    if (letters.length === 0) return new Map();
    const { em, state, instance, now } = desk;
    const right = await lookAgain(desk, letters);
    const personIds = letters.map(({ personId }) => personId);
    const next = await readNext(em, personIds, now);
    const written = new Map<string, Message | 'dropped'>();
    for (const letter of letters) {
      const reminded = (right.get(letter.id) ?? []).map(({ reminder, recipient }) => remindedOf(reminder, recipient, state));
      if (reminded.length === 0) {
        await dropLetter(em, letter.id);
        written.set(letter.id, 'dropped');
      } else {
        const model = this.compose(letter, reminded, next.get(letter.personId), desk);
        written.set(letter.id, reminderMessage(model, this.envelope(letter, instance, now)));
      }
    }
    return written;
  }

  private async ofNotices({ em, state, instance, now }: Desk, letter: ClaimedLetter): Promise<Message | 'dropped'> {
    const links = letterLinks(this.settings.baseUrl, instance.secret, letter.personId);
    const written = await this.notices.run(em, { letter, links, state, now });
    if (!written) {
      await dropLetter(em, letter.id);
      return 'dropped';
    }
    return noteMessage(written.note, this.envelope({ ...letter, email: written.address }, instance, now));
  }

  private compose(letter: ClaimedLetter, reminded: readonly Reminded[], next: LedgerRow | undefined, { instance, now }: Desk): LetterModel {
    const links = letterLinks(this.settings.baseUrl, instance.secret, letter.personId);
    return composeLetter(reminded, { person: letter, links, ...(next && { nextReminder: dayAt(next.dueAt, next.zone) }) }, now);
  }

  private envelope({ id, name, email }: ClaimedLetter, { domain }: InstanceFacts, now: Temporal.Instant): LetterEnvelope {
    return { letterId: id, domain, from: this.settings.sender, to: { name, address: email }, date: now };
  }
}

interface Right {
  readonly reminder: LedgerRow;
  readonly recipient: Recipient;
}

/** What is still right in each letter; the rest is skipped, each with its reason. */
async function lookAgain({ em, state, now }: Desk, letters: readonly ClaimedLetter[]): Promise<Map<string, Right[]>> {
  const ids = letters.map(({ id }) => id);
  const bound = await readLedger(em, `where r.letter_id = any ($1::uuid[]) and r.state = 'bound' order by r.id for update of r`, [ids]);
  const recipients = await readRecipients(em, { personIds: letters.map(({ personId }) => personId) });
  const byMembership = new Map(recipients.map((recipient) => [membershipOf(recipient), recipient]));
  const looked = bound.map((reminder) => {
    const recipient = byMembership.get(membershipOf(reminder));
    return { reminder, recipient, reason: objectionTo(reminder, recipient, state, now) };
  });
  const wrong = looked.flatMap(({ reminder: { id }, reason }) => (reason ? [{ id, reason }] : []));
  await skip(em, wrong, now);
  const right = looked.flatMap(({ reminder, recipient, reason }) => (recipient && !reason ? [{ reminder, recipient }] : []));
  return Map.groupBy(right, ({ reminder }) => reminder.letterId!);
}

/** The next planned reminder of each person, for the foot of the letter. */
async function readNext(em: EntityManager, personIds: readonly string[], now: Temporal.Instant): Promise<Map<string, LedgerRow>> {
  const next = await readLedger(
    em,
    `where r.id in (select n.id from unnest($1::uuid[]) as p (id) cross join lateral
       (select id from reminder where person_id = p.id and state = 'planned' and due_at > $2 order by due_at limit 1) as n)`,
    [[...new Set(personIds)], now.toString()],
  );
  return new Map(next.map((reminder) => [reminder.personId, reminder]));
}

function membershipOf({ personId, authorityId }: { personId: string; authorityId: string }): string {
  return `${personId} ${authorityId}`;
}

function remindedOf(reminder: LedgerRow, recipient: Recipient, state: MatchingState): Reminded {
  const { call } = state.calls.get(reminder.callId)!;
  const authority: AuthorityView = state.authorities.get(recipient.ordinal)!;
  return { call, authority, named: state.named, dueAt: reminder.dueAt, ...closingOn(call, reminder.deadlineId, reminder.closesOn)! };
}
