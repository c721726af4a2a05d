import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from '../settings.js';

/**
 * Everything comes from this server, nothing is inline, nobody may frame it. helmet's own defaults would send upgrade-insecure-requests and
 * HSTS, which lock browsers out of an installation in a town hall's network without TLS.
 */
export function securityHeaders(settings: Settings): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: settings.isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
}

/** Nothing is kept by caches unless its own handler says so: most answers depend on who asks, on the language and on the day. */
export const cachePrivately: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-cache');
  next();
};
