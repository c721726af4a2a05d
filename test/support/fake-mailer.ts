import { type Delivery, Mailer, type Sending } from '@app/mail/mailer.js';
import type { Message } from '@app/mail/message.js';

/** Stands in for a mail server: keeps what it is given. SMTP itself is tested in libs/mail against a real server. */
export class FakeMailer extends Mailer {
  readonly sent: Message[] = [];
  /** What happens to each message after it was taken: nothing, or a failure that is thrown. */
  afterwards: (message: Message) => void = () => undefined;
  /** What happens before it is taken. */
  before: (message: Message) => void = () => undefined;

  /** What happens while it waits for its turn. */
  meanwhile: () => Promise<unknown> = async () => undefined;

  override async send(message: Message, { beforeEnd }: Sending = {}): Promise<Delivery> {
    this.before(message);
    await this.meanwhile();
    await beforeEnd?.();
    this.sent.push(message);
    this.afterwards(message);
    return { response: '250 OK' };
  }

  override close(): void {}

  /** The subjects since the last look. */
  takeSubjects(): string[] {
    return this.sent.splice(0).map(({ subject }) => subject);
  }
}
