import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeCalendar } from '@app/ical/write-calendar.js';
import { SAMPLE_FEEDS } from './sample-feeds.js';

export interface FeedServer {
  /** By the name of the feed. */
  readonly urls: ReadonlyMap<string, string>;
  stop(): void;
}

/** Serves the sample feeds as the product serves its own: ETag of the body, no redirect, no compression, no cookie. */
export async function startFeedServer(): Promise<FeedServer> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const urls = new Map([...SAMPLE_FEEDS.keys()].map((name) => [name, `http://127.0.0.1:${port}/${name}.ics`]));
  return {
    urls,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Written anew for each request: a second fetch must give the same bytes. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const name = /^\/([a-z-]+)\.ics$/.exec(request.url ?? '')?.[1];
  const feed = name === undefined ? undefined : SAMPLE_FEEDS.get(name);
  if (!feed) {
    response.writeHead(404).end();
    return;
  }
  const body = Buffer.from(writeCalendar(feed));
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { etag, 'cache-control': 'private, max-age=300', 'content-disposition': 'inline' };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
