import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** Strong: calendar programs keep bytes. */
function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** RFC 9110 13.1.2: a list, weak tags (compared without their W/), or `*`. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/** A calendar as programs like it: strong ETag, 304, no redirect, no cookie, no compression (Outlook), asked for anew each time. */
export function sendCalendar(request: Request, response: Response, ics: string): void {
  const etag = etagOf(ics);
  response.set({
    ETag: etag,
    'Cache-Control': 'private, no-cache, no-transform',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="foerdertakt.ics"',
  });
  if (matches(request.headers['if-none-match'], etag)) response.status(304).end();
  else response.status(200).send(Buffer.from(ics, 'utf8'));
}
