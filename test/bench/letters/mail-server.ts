import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { answering } from '../feeds/answering.js';

/** Milliseconds after which it has a letter on its disk, as a mail server must before it says 250. */
const STORING = 8;

let arrivals: number[] = [];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', async () => {
      await sleep(STORING);
      arrivals.push(performance.now());
      done();
    });
  },
});
server.listen(0, '127.0.0.1', () => {
  const set = (wish: { readonly count?: true }) => {
    if (!wish.count) arrivals = [];
    return { count: arrivals.length, ms: (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0) };
  };
  answering(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, { set, stop: () => undefined });
});
