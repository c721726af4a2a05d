import { Instance, type InstanceFacts } from '@app/accounts/instance.js';
import type { AuthorityView } from '@app/authorities/authority-view.js';
import { dayAt } from '@app/kernel/clock.js';
import type { Message } from '@app/mail/message.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { closingOn } from './closing-on.js';
import { type LedgerRow, readLedger } from './ledger.query.js';
import { type ClaimedLetter, claimLetter, dropLetter } from './letter-state.js';
import { composeLetter, type Reminded } from './letters/compose-letter.js';
import { letterHtml } from './letters/letter-html.js';
import { letterLinks } from './letters/letter-links.js';
import type { LetterModel } from './letters/letter-model.js';
import { letterSubject } from './letters/letter-subject.js';
import { letterText } from './letters/letter-text.js';
import { WriteNotices } from './notices/write-notices.js';
import { objectionTo } from './objection.js';
import { type Recipient, readRecipients } from './recipients.query.js';
import { messageId, RemindersSettings } from './reminders-settings.js';
import { skip } from './write-plan.js';

/**
 * Claims a letter, looks once more whether each of its reminders is right, and writes it as of `now`: all of it in one transaction that is
 * over before anything is sent. Its set only ever shrinks; with nothing left it is dropped.
 */
@Injectable()
export class WriteLetter {
  constructor(
    private readonly transactions: Transactions,
    private readonly index: MatchingIndex,
    private readonly instance: Instance,
    private readonly settings: RemindersSettings,
    private readonly notices: WriteNotices,
  ) {}

  async run(letterId: string, now: Temporal.Instant): Promise<Message | 'over' | 'claimed' | 'dropped'> {
    const instance = await this.instance.read();
    if (!instance) throw new Error('the installation is not set up');
    const state = await this.index.current();
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      const letter = await claimLetter(em, letterId, now);
      if (letter === 'over' || letter === 'claimed') return letter;
      if (letter.kind !== 'reminders') return this.ofNotices(em, letter, instance, state, now);
      const right = await this.lookAgain(em, letter, state, now);
      if (right.length > 0) return this.message(letter, await this.compose(em, letter, right, instance, now), instance, now);
      await dropLetter(em, letterId);
      return 'dropped';
    });
  }

  private async ofNotices(
    em: EntityManager,
    letter: ClaimedLetter,
    instance: InstanceFacts,
    state: MatchingState,
    now: Temporal.Instant,
  ): Promise<Message | 'dropped'> {
    const links = letterLinks(this.settings.baseUrl, instance.secret, letter.personId);
    const written = await this.notices.run(em, { letter, links, state, now });
    if (!written) {
      await dropLetter(em, letter.id);
      return 'dropped';
    }
    const { address, unsubscribeUrl, ...content } = written;
    const listed = unsubscribeUrl === undefined ? {} : { unsubscribeUrl, listId: `notices.${instance.domain}` };
    return { ...this.envelope(letter, instance, now), ...listed, ...content, to: { name: letter.name, address } };
  }

  /** What is still right, with what it is about; the rest is skipped, each with its reason. */
  private async lookAgain(em: EntityManager, letter: ClaimedLetter, state: MatchingState, now: Temporal.Instant): Promise<Reminded[]> {
    const bound = await readLedger(em, `where r.letter_id = $1 and r.state = 'bound' order by r.id for update of r`, [letter.id]);
    const recipients = await readRecipients(em, letter.personId);
    const recipientOf = ({ authorityId }: LedgerRow) => recipients.find((recipient) => recipient.authorityId === authorityId);
    const looked = bound.map((reminder) => ({ reminder, reason: objectionTo(reminder, recipientOf(reminder), state, now) }));
    await skip(
      em,
      looked.flatMap(({ reminder: { id }, reason }) => (reason ? [{ id, reason }] : [])),
      now,
    );
    return looked.filter(({ reason }) => !reason).map(({ reminder }) => remindedOf(reminder, recipientOf(reminder)!, state));
  }

  private async compose(
    em: EntityManager,
    letter: ClaimedLetter,
    reminded: readonly Reminded[],
    { secret }: InstanceFacts,
    now: Temporal.Instant,
  ): Promise<LetterModel> {
    const [next] = await readLedger(em, `where r.person_id = $1 and r.state = 'planned' and r.due_at > $2 order by r.due_at limit 1`, [
      letter.personId,
      now.toString(),
    ]);
    const links = letterLinks(this.settings.baseUrl, secret, letter.personId);
    return composeLetter(reminded, { person: letter, links, ...(next && { nextReminder: dayAt(next.dueAt, next.zone) }) }, now);
  }

  private message(letter: ClaimedLetter, model: LetterModel, instance: InstanceFacts, now: Temporal.Instant): Message {
    return {
      ...this.envelope(letter, instance, now),
      subject: letterSubject(model),
      text: letterText(model),
      html: letterHtml(model),
      listId: `reminders.${instance.domain}`,
      unsubscribeUrl: model.stopUrl,
    };
  }

  private envelope(
    letter: ClaimedLetter,
    { domain }: InstanceFacts,
    now: Temporal.Instant,
  ): Pick<Message, 'id' | 'from' | 'to' | 'language' | 'date'> {
    return {
      id: messageId(letter.id, domain),
      from: this.settings.sender,
      to: { name: letter.name, address: letter.email },
      language: letter.language,
      date: now,
    };
  }
}

function remindedOf(reminder: LedgerRow, recipient: Recipient, state: MatchingState): Reminded {
  const { call } = state.calls.get(reminder.callId)!;
  const authority: AuthorityView = state.authorities.get(recipient.ordinal)!;
  return { call, authority, named: state.named, dueAt: reminder.dueAt, ...closingOn(call, reminder.deadlineId, reminder.closesOn)! };
}
