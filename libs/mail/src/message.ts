import type { Locale } from '@app/kernel/locale.js';
import type { MailAddress } from './address.js';

export interface Attachment {
  readonly filename: string;
  /** E.g. "text/calendar; charset=utf-8". */
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/** One letter to one person. */
export interface Message {
  /** The Message-ID without its brackets. The same letter keeps it through all attempts, so that a mailbox can see a second copy as one. */
  readonly id: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly subject: string;
  /** Both are written by hand; neither is made of the other. */
  readonly text: string;
  readonly html: string;
  readonly language: Locale;
  /** A dotted name within the sender's domain, e.g. "reminders.foerdertakt.example" (RFC 2919). */
  readonly listId?: string;
  /** Where one POST stops these letters (RFC 8058 asks for https; http is for installations that have no TLS at all). */
  readonly unsubscribeUrl?: string;
  readonly attachments?: readonly Attachment[];
  /** The Date header. */
  readonly date: Temporal.Instant;
}
