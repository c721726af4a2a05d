import type { Request } from 'express';

/** The pattern of the route ("/feeds/:token/:name.ics"), never the address: that may hold a token or a search. */
export function routeOf(request: Request): string {
  const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
}
