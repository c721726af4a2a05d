import { createPrivateKey } from 'node:crypto';
import { Lanes } from '@app/kernel/lanes.js';
import { createTransport } from 'nodemailer';
import { type Held, holdBackEnds } from './held-end.js';
import { type Delivery, Mailer, type Sending } from './mailer.js';
import type { Message } from './message.js';
import { toSmtpMessage } from './smtp-message.js';
import { toRejection } from './smtp-rejection.js';

/** A DKIM key (RFC 6376), published under `keySelector._domainkey.domain`. */
export interface DkimKey {
  readonly domain: string;
  readonly keySelector: string;
  /** PEM. */
  readonly privateKey: string;
}

export interface SmtpSettings {
  /** smtp://user:password@host:587 (STARTTLS where offered) or smtps://host:465. */
  readonly url: string;
  readonly dkim?: DkimKey;
  /** Connections at once, 5 when not given. */
  readonly connections?: number;
  /** In milliseconds, from a free connection up to the end of the message and from there: no server, however slowly its answers drip, holds a job longer. 28,000 when not given. */
  readonly sendLimit?: number;
}

/** In milliseconds. Connecting and greeting are quick or broken; the answer to DATA may take its time, a filter reads the letter first. */
const CONNECT_LIMIT = 8_000;

/** RFC 8058 section 4 demands that both List-Unsubscribe headers are signed; nodemailer's own list lacks the second. */
const SIGNED_HEADERS = [
  'From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Language',
  'Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post',
].join(':');

/** Sends over SMTP, with connections that are kept for the next message. */
export class SmtpMailer extends Mailer {
  private readonly transport;
  private readonly sendLimit: number;
  /** nodemailer has a queue of its own; whoever waits in it would be waiting on the clock. */
  private readonly lanes: Lanes;

  /** Throws at once when the DKIM key cannot be read; nodemailer would silently send unsigned. */
  constructor({ url, dkim, connections = 5, sendLimit = 28_000 }: SmtpSettings) {
    super();
    this.sendLimit = sendLimit;
    this.lanes = new Lanes(connections);
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: connections,
      maxRequeues: 0,
      dnsTimeout: CONNECT_LIMIT,
      connectionTimeout: CONNECT_LIMIT,
      greetingTimeout: CONNECT_LIMIT,
      // only for a connection that nobody cares for any more: it is quiet while the end of a message is held back
      socketTimeout: 2 * sendLimit,
      socketCloseTimeout: 1_000,
      dkim: dkim === undefined ? undefined : signer(dkim),
    });
    holdBackEnds(this.transport);
  }

  send(message: Message, sending: Sending = {}): Promise<Delivery> {
    return this.lanes.run(() => this.transmit(message, sending));
  }

  private async transmit(message: Message, { beforeEnd }: Sending): Promise<Delivery> {
    const limit = new TimeLimit(this.sendLimit);
    let objection: { readonly reason: unknown } | undefined;
    const held: Held = {
      beforeEnd: async () => {
        limit.stop();
        await beforeEnd?.().catch((reason: unknown) => {
          objection = { reason };
          throw reason;
        });
        limit.start();
      },
    };
    try {
      const info = await this.transport.sendMail({ ...toSmtpMessage(message), ...held, signal: limit.signal });
      return { response: info.response };
    } catch (error) {
      throw objection ? objection.reason : toRejection(error);
    } finally {
      limit.stop();
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Aborts what takes too long; it can be stopped and started anew. */
class TimeLimit {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ms: number) {
    this.start();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  start(): void {
    this.timer = setTimeout(() => this.controller.abort(new DOMException('The mail server took too long', 'TimeoutError')), this.ms);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

function signer({ domain, keySelector, privateKey }: DkimKey) {
  createPrivateKey(privateKey);
  return { domainName: domain, keySelector, privateKey, headerFieldNames: SIGNED_HEADERS };
}
