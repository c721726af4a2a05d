import { Instance, type InstanceFacts } from '@app/accounts/instance.js';
import type { Attachment, Message } from '@app/mail/message.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Gathering } from '@app/persistence/gathering.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { issueToken } from './addresses/address-token.js';
import { asleepUntil } from './asleep.js';
import { concerns } from './copies/copy.js';
import { type CopyKey, readCopies } from './copies/copy-state.js';
import { type AddressedLetter, addressLetter } from './copies/next-copy.js';
import { endLetter } from './copies/settle-letter.js';
import { datesFile } from './dates/dates-file.js';
import { readWantingDates } from './dates/letter-options.query.js';
import type { LedgerRow } from './ledger.query.js';
import { type ClaimedLetter, claimLetters, dropLetter, type LetterJob, releaseClaim } from './letter-state.js';
import { composeLetter, type Reminded } from './letters/compose-letter.js';
import { inStead } from './letters/in-stead.js';
import { letterLinks } from './letters/letter-links.js';
import { type LetterEnvelope, noteMessage, reminderMessage } from './letters/letter-message.js';
import type { LetterModel } from './letters/letter-model.js';
import { concernOf } from './notices/concern-of.js';
import { noticesAsleepUntil } from './notices/letter-groups.js';
import { skipNotices } from './notices/notice-state.js';
import type { NoticeRow } from './notices/notices.query.js';
import { WriteNotices } from './notices/write-notices.js';
import { RemindersSettings } from './reminders-settings.js';
import { type Looking, lookAgain, nextOf, type RightReminder, readNext, remindedOf } from './right-reminders.js';

/**
 * 'over': it was sent, dropped, given up or refused before; 'claimed': another worker is at it; 'dropped': nothing in it is right any more;
 * `asleepUntil`: it is night where it would be read.
 */
export type Written = WrittenLetter | Asleep | 'over' | 'claimed' | 'dropped';

export interface Asleep {
  readonly asleepUntil: Temporal.Instant;
}

export interface WrittenLetter extends Message {
  readonly letter: ClaimedLetter;
  /** It is one of several, and what becomes of it is not what becomes of the letter. */
  readonly copy?: CopyKey;
  /** Reminders and nothing else, to their person, where no letter was refused. */
  readonly isPlain: boolean;
}

interface Order {
  readonly job: LetterJob;
  readonly now: Temporal.Instant;
}

/** What a letter of reminders says, or carries, beside them. */
interface Extras {
  readonly next: LedgerRow | undefined;
  readonly withDates: boolean;
}

/** What letters are written from, read once for all that are written together. */
interface Desk extends Looking {
  readonly instance: InstanceFacts;
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

  /**
   * Writes a letter once more that has waited since it was written; false: it would say something else now, or nothing, and is no longer
   * claimed. In a transaction in which the claim was renewed.
   */
  async isAsWritten(em: EntityManager, written: WrittenLetter, now: Temporal.Instant): Promise<boolean> {
    const { letter } = written;
    // a link of its own each time, and nothing else
    if (letter.kind === 'verify-address') return true;
    const desk = { em, state: await this.index.current(), instance: this.facts!, now };
    const again =
      letter.kind === 'reminders' ? (await this.writeClaimed(desk, [letter])).get(letter.id)! : await this.ofNotices(desk, letter);
    const isSame = typeof again === 'object' && 'text' in again && again.text === written.text && again.to.address === written.to.address;
    if (!isSame) await releaseClaim(em, letter.id);
    return isSame;
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

  private async writeClaimed(desk: Desk, letters: readonly ClaimedLetter[]): Promise<Map<string, Written>> {
    if (letters.length === 0) return new Map();
    const { em, now } = desk;
    const right = await lookAgain(desk, letters);
    const personIds = letters.map(({ personId }) => personId);
    const next = await readNext(em, personIds, now);
    const wantingDates = await readWantingDates(em, personIds);
    const written = new Map<string, Written>();
    for (const letter of letters) {
      const told = right.get(letter.id) ?? [];
      if (told.length === 0) await dropLetter(em, letter.id);
      written.set(
        letter.id,
        told.length === 0
          ? 'dropped'
          : await this.ofReminders(desk, letter, told, { next: next.get(letter.personId), withDates: wantingDates.has(letter.personId) }),
      );
    }
    return written;
  }

  private async ofReminders(
    desk: Desk,
    letter: ClaimedLetter,
    right: readonly RightReminder[],
    { next, withDates }: Extras,
  ): Promise<Written> {
    const { em, state, now } = desk;
    const morning = asleepUntil(
      right.map(({ reminder }) => reminder),
      state,
      now,
    );
    if (morning) return { asleepUntil: morning };
    const authorityIds = right.map(({ reminder }) => reminder.authorityId);
    const addressed = await addressLetter(em, letter, authorityIds, now);
    if (!addressed) return over(em, letter, now);
    const { copy } = addressed;
    const told = right.filter(({ reminder }) => !copy || concerns(copy, reminder.authorityId));
    const reminded = told.map((each) => remindedOf(each, state));
    const message = reminderMessage(this.compose(addressed, reminded, next, desk), this.envelope(addressed, desk));
    const dates = withDates ? this.dates(reminded, addressed, desk) : undefined;
    return this.asCopy(letter, addressed, dates ? { ...message, attachments: [dates] } : message);
  }

  private asCopy(letter: ClaimedLetter, { id, kind, copy, hasTrouble }: AddressedLetter, message: Message): WrittenLetter {
    if (!copy) return { ...message, letter, isPlain: kind === 'reminders' && !hasTrouble };
    return { ...message, letter, isPlain: false, copy: { letterId: id, personId: copy.personId, address: copy.address } };
  }

  private async ofNotices(desk: Desk, letter: ClaimedLetter): Promise<Written> {
    const { em, state, instance, now } = desk;
    const isPartlySent = letter.mayHaveCopies && (await readCopies(em, letter.id)).some((copy) => copy.state === 'sent');
    const right = await this.notices.look(em, { letter, state, now, isPartlySent });
    const notices = letter.kind === 'verify-address' ? await withLinks(em, right.notices, now) : right.notices;
    if (notices.length === 0) {
      await dropLetter(em, letter.id);
      return 'dropped';
    }
    const morning = noticesAsleepUntil(notices, now);
    if (morning) return { asleepUntil: morning };
    const authorityIds = notices.map(concernOf);
    const addressed = await addressLetter(em, letter, authorityIds, now);
    if (!addressed) return over(em, letter, now);
    const { copy, standsInFor } = addressed;
    const links = letterLinks(this.settings.baseUrl, instance.secret, addressed.readerId);
    const told = { ...right, notices: notices.filter((notice) => !copy || concerns(copy, concernOf(notice))) };
    const { note, address } = this.notices.write(told, { letter: addressed, links, now });
    const letterTo = standsInFor ? inStead(note, standsInFor) : note;
    return this.asCopy(letter, addressed, noteMessage(letterTo, this.envelope({ ...addressed, email: address }, desk)));
  }

  private compose(
    letter: AddressedLetter,
    reminded: readonly Reminded[],
    next: LedgerRow | undefined,
    { instance, now }: Desk,
  ): LetterModel {
    const links = letterLinks(this.settings.baseUrl, instance.secret, letter.readerId);
    const { standsInFor } = letter;
    const more = standsInFor ? { standsInFor } : next && { nextReminder: nextOf(next, reminded) };
    return composeLetter(reminded, { person: letter, links, ...more }, now);
  }

  private dates(reminded: readonly Reminded[], { language }: AddressedLetter, { instance: { domain }, now }: Desk): Attachment | undefined {
    const { baseUrl, sender } = this.settings;
    return datesFile(reminded, { language, domain, baseUrl, sender }, now);
  }

  private envelope({ id, name, email }: ClaimedLetter, { instance, now }: Desk): LetterEnvelope {
    return { letterId: id, domain: instance.domain, from: this.settings.sender, to: { name, address: email }, date: now };
  }
}

/** A link of its own for each address that is still to be proven. */
async function withLinks(em: EntityManager, notices: readonly NoticeRow[], now: Temporal.Instant): Promise<NoticeRow[]> {
  const linked: NoticeRow[] = [];
  for (const notice of notices) {
    const token = await issueToken(em, String(notice.params.addressId), now);
    if (token) linked.push({ ...notice, params: { ...notice.params, path: `/addresses/verification/${token}` } });
    else await skipNotices(em, [{ id: notice.id, reason: 'over' }], now);
  }
  return linked;
}

/** Whoever was to get it has got it, or nothing in it concerns them any more. */
async function over(em: EntityManager, { id }: ClaimedLetter, now: Temporal.Instant): Promise<'over'> {
  await endLetter(em, await readCopies(em, id), { letterId: id, subject: '', at: now });
  return 'over';
}
