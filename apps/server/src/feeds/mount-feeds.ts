import { IncomingMessage, type RequestListener, type Server, ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { securityHeaders } from '../edge/security/headers.js';
import type { Settings } from '../edge/settings.js';
import { FeedFiles } from './feed-files.js';

/** Asked for anew each time, kept by nobody between, found by no search engine, told to no other site. */
const OF_FEEDS = ['Cache-Control', 'private, no-cache, no-transform', 'X-Robots-Tag', 'noindex'];

/** Puts the calendars before everything else that listens to this server (ADR 0015). */
export function mountFeeds(app: NestExpressApplication, settings: Settings): void {
  const server: Server = app.getHttpServer();
  const feeds = app.get(FeedFiles);
  feeds.use([...OF_FEEDS, ...generalHeaders(settings)], app.getHttpAdapter().getInstance().get('trust proxy fn'));
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!feeds.answer(request, response)) for (const other of others) other(request, response);
  });
}

/** What helmet sets on any answer, asked of it once; but nobody is told from where a feed was opened. */
function generalHeaders(settings: Settings): string[] {
  const probe = new ServerResponse(new IncomingMessage(undefined as never));
  securityHeaders(settings)(probe.req as never, probe as never, () => undefined);
  probe.setHeader('Referrer-Policy', 'no-referrer');
  return probe.getHeaderNames().flatMap((name) => [name, String(probe.getHeader(name))]);
}
