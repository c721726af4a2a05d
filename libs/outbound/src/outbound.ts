import { Agent as HttpAgent, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { rangesOf } from './address-ranges.js';
import { OutboundRefused } from './outbound-refused.js';
import { hostOf, readOutboundUrl } from './outbound-url.js';
import { readBody } from './read-body.js';
import { type Resolve, resolveChecked, systemResolve } from './resolve-checked.js';

export interface OutboundRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for all of it, from resolving the name to the last byte of the answer. */
  readonly within: number;
  /** Most bytes of an answer; a longer one is refused as `too-large`. 0: the answer's body is not read at all. */
  readonly mostBytes: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface OutboundOptions {
  /** Ranges beside the public internet ("10.0.0.0/8"): OUTBOUND_ALLOW. */
  readonly allow?: readonly string[];
  /** How names are resolved; by default as the machine does. */
  readonly resolve?: Resolve;
}

/**
 * HTTP to addresses that other people have typed (ADR 0013). It reaches only what everybody on the internet reaches, and what the operator
 * has allowed: no machine beside this one, no metadata service of a cloud. It follows no redirect, uses no proxy of the environment, keeps
 * no connection, and gives up when the time is over. Every refusal is an OutboundRefused; an answer with any status is an answer.
 */
export class Outbound {
  private readonly allowed: ReturnType<typeof rangesOf>;
  private readonly resolve: Resolve;

  /** Throws RangeError when a range of `allow` is none. */
  constructor({ allow = [], resolve = systemResolve }: OutboundOptions = {}) {
    this.allowed = rangesOf(allow);
    this.resolve = resolve;
  }

  /** Whether one may connect to this address as things stand, without connecting. Throws OutboundRefused. */
  async check(url: string, within = 5_000): Promise<void> {
    await withinTime(within, () => resolveChecked(hostOf(readOutboundUrl(url)), this.resolve, this.allowed));
  }

  send(request: OutboundRequest): Promise<OutboundAnswer> {
    return withinTime(request.within, async (signal) => {
      const url = readOutboundUrl(request.url);
      const addresses = await resolveChecked(hostOf(url), this.resolve, this.allowed);
      const lookup: LookupFunction = (_host, { all }, found) => {
        if (all) found(null, [...addresses]);
        else found(null, addresses[0]!.address, addresses[0]!.family);
      };
      const answer = await exchange(url, request, lookup, signal);
      const body = await readBody(answer, request.mostBytes);
      return { status: answer.statusCode!, headers: flat(answer.headers), body };
    });
  }
}

function exchange(
  url: URL,
  { method, headers, body }: OutboundRequest,
  lookup: LookupFunction,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  // An agent of its own for each request: the global one may have been told of a proxy (NODE_USE_ENV_PROXY).
  const agent = isSecure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
  const options: RequestOptions = { method, headers: { 'accept-encoding': 'identity', ...headers, ...length }, agent, lookup, signal };
  return new Promise((answered, failed) => {
    const sent = (isSecure ? requestHttps : requestHttp)(url, options, answered);
    sent.on('error', (error: NodeJS.ErrnoException) => failed(new OutboundRefused('no-connection', error.code ?? error.name)));
    sent.end(body);
  });
}

/** Runs `work` until the time is over; then everything of it is broken off. */
async function withinTime<Result>(milliseconds: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const control = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, failed) => {
    timer = setTimeout(() => {
      failed(new OutboundRefused('too-slow'));
      control.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([work(control.signal), tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

function flat(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
