import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** Strong: programs keep bytes. */
function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** RFC 9110 13.1.2: a list, weak tags (compared without their W/), or `*`. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/** A file that programs fetch again and again: what it is, and how it is called when somebody saves it. */
export interface FeedFile {
  readonly type: 'text/calendar' | 'application/atom+xml' | 'application/rss+xml';
  readonly name: string;
  readonly body: string;
}

/** A feed as programs like it: strong ETag, 304, no redirect, no cookie, no compression (Outlook), asked for anew each time. */
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
  if (matches(request.headers['if-none-match'], etag)) response.status(304).end();
  else response.status(200).send(Buffer.from(body, 'utf8'));
}

export function sendCalendar(request: Request, response: Response, ics: string): void {
  sendFeed(request, response, { type: 'text/calendar', name: 'foerdertakt.ics', body: ics });
}
