import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answering } from './answering.js';

/** node:http and nothing else: sends what it was told to, and 304 to whoever names its tag. */
interface Answer {
  readonly headers: readonly string[];
  readonly body: string;
  readonly etag: string;
}

let answer: { headers: string[]; body: Buffer; etag: string };

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === answer.etag) response.writeHead(304, answer.headers).end();
  else response.writeHead(200, answer.headers).end(answer.body);
});
server.listen(0, '127.0.0.1', () => {
  const set = (wish: Answer) => {
    answer = { headers: [...wish.headers], body: Buffer.from(wish.body), etag: wish.etag };
  };
  answering(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { set, stop: () => server.closeAllConnections() });
});
