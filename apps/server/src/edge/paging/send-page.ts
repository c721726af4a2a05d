import type { Page } from '@app/kernel/page.js';
import type { Request, Response } from 'express';

/** The page as it is answered, and `Link: rel="next"` beside it: the same address with the next cursor. */
export function sendPage<Item>(
  response: Response,
  request: Request,
  page: Page<Item>,
): { items: readonly Item[]; total: number; next: string | null } {
  if (page.next !== null) response.append('Link', `<${withCursor(request.originalUrl, page.next)}>; rel="next"`);
  return { items: page.items, total: page.total, next: page.next };
}

/** A reference relative to this server, so that it is right behind any proxy. */
function withCursor(address: string, cursor: string): string {
  const url = new URL(address, 'http://here');
  url.searchParams.set('cursor', cursor);
  return url.pathname + url.search;
}
