import { Readable } from 'node:stream';
import type { Transporter } from 'nodemailer';

/** Goes with a message to nodemailer. */
export interface Held {
  readonly beforeEnd: () => Promise<void>;
}

/** Lets each message flow to the server as it is, signed where it is signed, and holds its end back until its `beforeEnd` is done. */
export function holdBackEnds<Sent>(transport: Transporter<Sent>): void {
  transport.use('stream', ({ data, message }, done) => {
    const { beforeEnd } = data as Partial<Held>;
    if (beforeEnd) {
      const whole = message.createReadStream.bind(message);
      message.createReadStream = (options) => Readable.from(inOnePiece(whole(options), beforeEnd), { objectMode: false, highWaterMark: 1 });
    }
    done();
  });
}

/**
 * Nothing is read before the server's connection asks for it, and the end not before the rest has gone out. What comes in lines goes in one
 * piece, for each piece is a packet, and a call of the system on either side.
 */
async function* inOnePiece(message: Readable, beforeEnd: () => Promise<void>): AsyncGenerator<Buffer> {
  const lines: Buffer[] = [];
  for await (const line of message) lines.push(line as Buffer);
  yield Buffer.concat(lines);
  await beforeEnd();
}
