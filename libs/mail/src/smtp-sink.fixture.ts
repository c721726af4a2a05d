import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Message } from './message.js';

/** What arrived: the envelope the server saw, the bytes, and how another library reads them. */
export interface Arrived {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly raw: string;
  readonly parsed: ParsedMail;
}

/** A real mail server on a free port of 127.0.0.1 that keeps what it is given. */
export class SmtpSink {
  readonly mails: Arrived[] = [];
  private constructor(private readonly server: SMTPServer) {}

  static async start(options: SMTPServerOptions = {}): Promise<SmtpSink> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData: (stream, session, done) => {
        sink
          .take(
            stream,
            session.envelope.mailFrom,
            session.envelope.rcptTo.map(({ address }) => address),
          )
          .then(() => done(), done);
      },
      ...options,
    });
    const sink = new SmtpSink(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async take(stream: NodeJS.ReadableStream, from: false | { address: string }, recipients: string[]): Promise<void> {
    const bytes = await buffer(stream);
    this.mails.push({
      from: from === false ? '' : from.address,
      recipients,
      raw: bytes.toString('latin1'),
      parsed: await simpleParser(bytes),
    });
  }
}

/** An answer that smtp-server gives to a command. */
export function smtpAnswer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

export const reminder: Message = {
  id: '0198c0de-0000-7000-8000-000000000001@foerdertakt.example',
  from: { name: 'Fördertakt', address: 'noreply@foerdertakt.example' },
  to: { name: 'Jana Müller', address: 'jana.mueller@gemeinde.example' },
  subject: 'Noch 28 Tage: Modellkommune E-Government, 2. Runde – für Düren',
  text: 'Guten Tag,\n\nam Freitag, 25. Juli 2014, schließt der Aufruf.\n',
  html: '<p>Guten Tag,</p><p>am <strong>Freitag, 25. Juli 2014</strong>, schließt der Aufruf.</p>',
  language: 'de',
  listId: 'reminders.foerdertakt.example',
  unsubscribeUrl: `https://foerdertakt.example/unsubscribe/${'a1B2'.repeat(30)}`,
  attachments: [
    { filename: 'Frist Düren.ics', contentType: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  ],
  date: Temporal.Instant.from('2014-06-27T07:00:00+02:00'),
};
