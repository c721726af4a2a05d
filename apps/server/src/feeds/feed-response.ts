import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { hasTag } from './entity-tag.js';

/** Strong: programs keep bytes. */
function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** A file that programs fetch again and again: what it is, and how it is called when somebody saves it. */
export interface FeedFile {
  readonly type: 'application/atom+xml' | 'application/rss+xml';
  readonly name: string;
  readonly body: string;
}

/** A feed as programs like it: strong ETag, 304, no redirect, no cookie, asked for anew each time. */
export function sendFeed(request: Request, response: Response, { type, name, body }: FeedFile): void {
  const etag = etagOf(body);
  response.set({
    ETag: etag,
    'Cache-Control': 'private, no-cache, no-transform',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `inline; filename="${name}"`,
  });
  if (hasTag(request.headers['if-none-match'], etag)) response.status(304).end();
  else response.status(200).send(Buffer.from(body, 'utf8'));
}
