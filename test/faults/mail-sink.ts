import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { smtpAnswer } from '@app/mail/smtp-sink.fixture.js';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { eventually } from './eventually.js';

/** A letter that arrived whole, whether its sender lived to hear our answer or not. */
export interface Copy {
  readonly messageId: string;
  readonly recipient: string;
  /** Who delivered it. */
  readonly sender: string;
  /** Milliseconds, of performance.now(). */
  readonly at: number;
  /** Whether we have said 250. */
  isAnswered: boolean;
}

/**
 * take: as it should be; not-now: 451 to RCPT TO; not-this-one: 451 after DATA; drop: hangs up in the middle of DATA; stall: never answers RCPT TO;
 * silent: takes the letter and never says so. */
export type Manner = 'take' | 'not-now' | 'not-this-one' | 'drop' | 'stall' | 'silent';

export interface SinkOptions {
  /** How long the 250 after DATA takes, in milliseconds. */
  readonly answerAfterMs?: () => number;
  /** One letter of a sender at a time, with this pause (milliseconds) after each: so that a killed sender was in the middle of one only. */
  readonly pauseMs?: number;
}

const NOTHING = () => 0;
const QUIET_MS = 200;

/** A mail server of ill manners on a port of 127.0.0.1 that stays the same. */
export class MailSink {
  readonly copies: Copy[] = [];
  manner: Manner = 'take';
  /** Letters that were not taken. */
  spoiled = 0;
  private readonly server: SMTPServer;
  private readonly sockets = new Map<number, Socket>();
  private readonly turns = new Map<string, string>();
  private readonly over = new Set<string>();
  private port = 0;

  private constructor(private options: SinkOptions) {
    this.server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onAuth: ({ username }, _session, done) => done(null, { user: username }),
      onMailFrom: (_address, session, done) => void this.waitForTurn(session).then(() => done()),
      onRcptTo: (_address, session, done) => this.hearRecipient(session, done),
      onData: (stream, session, done) => void this.take(stream, session).then(done, () => undefined),
      onClose: (session) => {
        this.over.add(session.id);
        this.endTurn(session);
      },
    });
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => this.remember(socket));
  }

  static async start(options: SinkOptions = {}): Promise<MailSink> {
    const sink = new MailSink(options);
    await sink.listen();
    return sink;
  }

  /** For one sender; the user's name tells later who delivered what. */
  urlFor(sender: string): string {
    return `smtp://${sender}:secret@127.0.0.1:${this.port}`;
  }

  /** From now on it answers at once and pauses no more. */
  hurry(): void {
    this.options = {};
    this.turns.clear();
  }

  copiesFrom(name: string): Copy[] {
    return this.copies.filter(({ sender }) => sender === name);
  }

  /** Connections are refused from now on, and those that there are break: in a quiet moment, so that nobody waits for a 250 or has just been sent one. */
  async hangUp(): Promise<void> {
    const look = () => (this.copies.some(({ at }) => at > performance.now() - QUIET_MS) ? undefined : true);
    await eventually('no letter arrives for a moment', { withinMs: 10_000, look, everyMs: 5 });
    const closed = new Promise((resolve) => this.server.server.close(resolve));
    for (const socket of this.sockets.values()) socket.destroy();
    await closed;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  private remember(socket: Socket): void {
    const { remotePort } = socket;
    this.sockets.set(remotePort!, socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(remotePort!));
  }

  private refusal(text: string): Error {
    this.spoiled += 1;
    return smtpAnswer(451, text);
  }

  private hearRecipient(session: SMTPServerSession, done: (refusal: Error | null) => void): void {
    if (this.manner === 'not-now') this.endTurn(session);
    if (this.manner === 'stall') this.spoiled += 1;
    else done(this.manner === 'not-now' ? this.refusal('4.3.2 not now') : null);
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    if (this.manner === 'drop') {
      this.spoiled += 1;
      stream.once('data', () => this.sockets.get(session.remotePort)?.destroy());
      return new Promise(() => undefined);
    }
    const text = (await buffer(stream)).toString('latin1');
    if (this.manner === 'not-this-one') {
      this.endTurn(session);
      return this.refusal('4.3.0 try again');
    }
    const messageId = /^Message-ID: <(.+?)>/im.exec(text)![1]!;
    const recipient = (session.envelope.rcptTo as { address: string }[])[0]!.address;
    const sender = String(session.user);
    const copy = { messageId, recipient, sender, at: performance.now(), isAnswered: false };
    this.copies.push(copy);
    if (this.manner === 'silent') {
      this.spoiled += 1;
      this.endTurn(session);
      return new Promise(() => undefined);
    }
    await sleep((this.options.answerAfterMs ?? NOTHING)());
    copy.isAnswered = true;
    setTimeout(() => this.endTurn(session), this.options.pauseMs ?? 0);
    return null;
  }

  private async waitForTurn(session: SMTPServerSession): Promise<void> {
    const sender = String(session.user);
    // Whoever stalls keeps nobody waiting: a turn that came just before the sender gave up would be a letter of which it never hears.
    if (this.options.pauseMs === undefined || this.manner === 'stall' || this.manner === 'silent') return;
    while (this.turns.has(sender) && !this.over.has(session.id)) await sleep(5);
    if (!this.over.has(session.id)) this.turns.set(sender, session.id);
  }

  private endTurn({ id, user }: SMTPServerSession): void {
    if (this.turns.get(String(user)) === id) this.turns.delete(String(user));
  }
}
