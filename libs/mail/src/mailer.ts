import { cleanHeader } from './address.js';
import type { Message } from './message.js';

/** What the mail server said when it took the message. */
export interface Delivery {
  readonly response: string;
}

export interface Sending {
  /**
   * Asked when the server has all of the message but its end, without which it cannot take it. What it throws is thrown by `send`, and the
   * message is not taken.
   */
  readonly beforeEnd?: () => Promise<void>;
}

/** Hands messages to a mail server. */
export abstract class Mailer {
  /**
   * Takes 30 seconds at most, once there is a connection, and as long again after `beforeEnd`. Throws MailRejected; after a timeout the
   * server may have taken the message all the same.
   */
  abstract send(message: Message, sending?: Sending): Promise<Delivery>;
  /** Ends idle connections; a delivery under way is finished. */
  abstract close(): void;
}

export interface Rejection {
  /** No later attempt will do better: the server refused this recipient or this message for good, or it could never be sent. */
  readonly permanent: boolean;
  /** It was the address that was refused, not this message: the next message will fare no better. */
  readonly isOfRecipient?: boolean;
  /** Of SMTP, where the server answered. */
  readonly responseCode?: number;
  /** The server's words, or a code of ours or of the network ("invalid-recipient", "ECONNREFUSED"); never an address. */
  readonly reason: string;
}

export class MailRejected extends Error {
  readonly permanent: boolean;
  readonly isOfRecipient: boolean;
  readonly responseCode: number | undefined;
  readonly reason: string;

  constructor(rejection: Rejection) {
    super(rejection.permanent ? 'The message was refused for good' : 'The message could not be sent for now');
    this.name = 'MailRejected';
    this.permanent = rejection.permanent;
    this.isOfRecipient = rejection.isOfRecipient ?? false;
    this.responseCode = rejection.responseCode;
    this.reason = cleanHeader(rejection.reason.replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '<…>'), 500);
  }
}
