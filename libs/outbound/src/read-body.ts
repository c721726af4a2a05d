import type { IncomingMessage } from 'node:http';
import { OutboundRefused } from './outbound-refused.js';

/** The whole body, or `too-large` as soon as it is; with 0 the connection is let go unread. Throws OutboundRefused. */
export async function readBody(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  if (mostBytes === 0) {
    answer.on('error', () => undefined).destroy();
    return Buffer.alloc(0);
  }
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > mostBytes) throw new OutboundRefused('too-large');
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof OutboundRefused) throw error;
    throw new OutboundRefused('no-connection', (error as NodeJS.ErrnoException).code);
  }
  return Buffer.concat(pieces);
}
