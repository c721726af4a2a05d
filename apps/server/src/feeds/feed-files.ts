import type { IncomingMessage, ServerResponse } from 'node:http';
import { hashFeedToken } from '@app/calendar/feed-token.js';
import { NoteFetch } from '@app/calendar/note-fetch.js';
import { ReadFeed } from '@app/calendar/read-feed.js';
import { keyOf, ReadPublicFeed } from '@app/calendar/read-public-feed.js';
import type { FeedBytes } from '@app/calendar/remembered-feeds.js';
import { RememberedFeeds } from '@app/calendar/remembered-feeds.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { Injectable, Logger } from '@nestjs/common';
import { Metrics } from '../edge/logging/metrics.js';
import { requestIdOf } from '../edge/logging/request-id.js';
import { refusalOf } from '../edge/problems/refusal.js';
import { clientAddress, type Trust } from '../edge/security/client-address.js';
import { hasTag } from './entity-tag.js';
import { type FeedAddress, feedAddressOf } from './feed-address.js';
import { sendFeedProblem } from './feed-problem.js';
import { GuessLimit } from './guess-limit.js';

/** What every answer of this server bears, as writeHead takes it. */
export type PlainHeaders = readonly string[];

/** Of a 304, and of a 200. */
interface Prepared {
  readonly unchanged: string[];
  readonly whole: string[];
}

/**
 * Answers calendar programs, before Express and Nest see the request (ADR 0015): most polls are a comparison of two strings. An error is an
 * error (404, 410, 429, 503), never an empty calendar, so that programs keep their copy.
 */
@Injectable()
export class FeedFiles {
  private readonly logger = new Logger('Feeds');
  private readonly guesses = new GuessLimit();
  private readonly prepared = new WeakMap<FeedBytes, Prepared>();
  private headers: PlainHeaders = [];
  private trust: Trust = () => false;

  constructor(
    private readonly remembered: RememberedFeeds,
    private readonly readFeed: ReadFeed,
    private readonly readPublicFeed: ReadPublicFeed,
    private readonly noteFetch: NoteFetch,
    private readonly metrics: Metrics,
  ) {}

  /** `headers`: security headers and the like, the same in every answer. */
  use(headers: PlainHeaders, trust: Trust): void {
    this.headers = headers;
    this.trust = trust;
  }

  /** False: this is no calendar, somebody else has to answer. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const address = feedAddressOf(request.url ?? '');
    if (!address) return false;
    const started = performance.now();
    const key = 'token' in address ? hashFeedToken(address.token) : 'open' in address ? keyOf(address.open) : '';
    const feed = this.remembered.fresh(key);
    if (feed) {
      this.send(request, response, feed);
      this.log(request, response, address, started);
    } else {
      void this.read(request, response, address, key).then(() => this.log(request, response, address, started));
    }
    return true;
  }

  /** Never rejects. */
  private async read(request: IncomingMessage, response: ServerResponse, address: FeedAddress, key: string): Promise<void> {
    try {
      this.send(request, response, await this.ask(request, address, key));
    } catch (error) {
      const refusal = refusalOf(error);
      const last = refusal.code === 'unavailable' && 'open' in address ? this.remembered.last(key) : undefined;
      if (refusal.code === 'internal' || refusal.code === 'unavailable') this.complain(error, refusal, request, address);
      if (response.headersSent) response.destroy();
      else if (last) this.send(request, response, last, ['X-Last-Good-Copy', '1']);
      else sendFeedProblem(request, response, refusal, this.headers);
    }
  }

  private async ask(request: IncomingMessage, address: FeedAddress, key: string): Promise<FeedBytes> {
    if ('open' in address) return this.readPublicFeed.run(address.open);
    if ('nothing' in address) throw new DomainError('not-found');
    const client = clientAddress(request, this.trust);
    this.guesses.refuse(client);
    try {
      return await this.readFeed.run(key);
    } catch (error) {
      if (refusalOf(error).code === 'not-found') this.guesses.count(client);
      throw error;
    }
  }

  private send(request: IncomingMessage, response: ServerResponse, feed: FeedBytes, more: PlainHeaders = []): void {
    if (feed.feedId !== undefined) this.noteFetch.note(feed.feedId, request.headers['user-agent']);
    const isKnown = hasTag(request.headers['if-none-match'], feed.etag);
    const prepared = this.headersOf(feed)[isKnown ? 'unchanged' : 'whole'];
    response.writeHead(isKnown ? 304 : 200, more.length > 0 ? [...prepared, ...more] : prepared);
    response.end(isKnown || request.method === 'HEAD' ? undefined : feed.body);
  }

  /** The same for each answer with the same bytes. */
  private headersOf(feed: FeedBytes): Prepared {
    const known = this.prepared.get(feed);
    if (known) return known;
    const unchanged = [...this.headers, 'ETag', feed.etag];
    const whole = [
      ...unchanged,
      ...['Content-Type', 'text/calendar; charset=utf-8', 'Content-Length', String(feed.body.length)],
      ...['Content-Disposition', 'inline; filename="foerdertakt.ics"'],
    ];
    this.prepared.set(feed, { unchanged, whole });
    return { unchanged, whole };
  }

  /** The route's pattern, never the address: that is a secret. */
  private log(request: IncomingMessage, response: ServerResponse, { route }: FeedAddress, started: number): void {
    this.metrics.countRequest(request.method!, route, response.statusCode);
    if (!Logger.isLevelEnabled('debug')) return;
    const ms = Math.round(performance.now() - started);
    const { method } = request;
    this.logger.debug({ message: 'A feed was answered', method, route, status: response.statusCode, ms });
  }

  private complain(error: unknown, refusal: DomainError, request: IncomingMessage, { route }: FeedAddress): void {
    const stack = error instanceof Error ? error.stack : String(error);
    this.logger.error({ message: 'A feed could not be read', code: refusal.code, requestId: requestIdOf(request), route, stack });
  }
}
