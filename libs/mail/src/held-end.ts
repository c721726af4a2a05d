import { pipeline, Transform } from 'node:stream';
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
      message.createReadStream = (options) => pipeline(whole(options), holdingBack(beforeEnd), () => undefined);
    }
    done();
  });
}

/** It is emptied by the server's connection only, which begins when the server wants the message: with room for nothing, it asks no earlier. */
function holdingBack(beforeEnd: () => Promise<void>): Transform {
  return new Transform({
    readableHighWaterMark: 1,
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => void beforeEnd().then(() => done(), done),
  });
}
