import compression from 'compression';
import type { RequestHandler } from 'express';

/** Everything worth compressing but calendars: Outlook does not read them compressed (design/pitfalls.md). */
export const compress: RequestHandler = compression({
  filter: (request, response) =>
    !String(response.getHeader('Content-Type') ?? '').startsWith('text/calendar') && compression.filter(request, response),
});
