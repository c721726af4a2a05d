import type { MailAddress } from '@app/mail/address.js';
import type { Message } from '@app/mail/message.js';
import { messageId } from '../reminders-settings.js';
import { letterHtml } from './letter-html.js';
import type { LetterModel } from './letter-model.js';
import { letterSubject } from './letter-subject.js';
import { letterText } from './letter-text.js';
import { noteHtml } from './note-html.js';
import type { NoteLetter } from './note-model.js';
import { noteText } from './note-text.js';

/** What stands on a letter, whatever it says. */
export interface LetterEnvelope {
  readonly letterId: string;
  /** Of the installation. */
  readonly domain: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly date: Temporal.Instant;
}

/** A letter of reminders as it goes to the mail server. */
export function reminderMessage(model: LetterModel, envelope: LetterEnvelope): Message {
  return {
    ...head(envelope, model),
    subject: letterSubject(model),
    text: letterText(model),
    html: letterHtml(model),
    listId: `reminders.${envelope.domain}`,
    unsubscribeUrl: model.stopUrl,
  };
}

/** Any other letter. One that cannot be stopped belongs to no list. */
export function noteMessage(note: NoteLetter, envelope: LetterEnvelope): Message {
  const { stopUrl, topic = 'notices' } = note;
  return {
    ...head(envelope, note),
    subject: note.subject,
    text: noteText(note),
    html: noteHtml(note),
    ...(stopUrl !== undefined && { listId: `${topic}.${envelope.domain}`, unsubscribeUrl: stopUrl }),
  };
}

function head({ letterId, domain, from, to, date }: LetterEnvelope, { locale }: Pick<LetterModel, 'locale'>) {
  return { id: messageId(letterId, domain), from, to, language: locale, date };
}
