import { Transform } from 'node:stream';
import type { Transporter } from 'nodemailer';

/** Goes with a message to nodemailer. */
export interface Held {
  readonly beforeEnd: () => Promise<void>;
}

/** Lets each message flow to the server as it is, and holds its end back until its `beforeEnd` is done. */
export function holdBackEnds<Sent>(transport: Transporter<Sent>): void {
  transport.use('stream', (mail, done) => {
    const { beforeEnd } = mail.data as Partial<Held>;
    if (beforeEnd) mail.message.transform(() => holdingBack(beforeEnd));
    done();
  });
}

/** What comes last is held back with the end: a server that has every byte may take the message whatever becomes of us. */
function holdingBack(beforeEnd: () => Promise<void>): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => void beforeEnd().then(() => done(), done),
  });
}
