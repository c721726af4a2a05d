import { isLocale } from '@app/kernel/locale.js';
import type { RequestHandler } from 'express';
import { LANGUAGE_COOKIE } from '../request-locale.js';
import type { Settings } from '../settings.js';
import { isPageRequest } from './page-request.js';

const YEAR_MS = 31_536_000_000;

/** `?lang=en` on any page holds from then on. */
export function rememberLanguage(settings: Settings): RequestHandler {
  return (request, response, next) => {
    const chosen = request.query.lang;
    if (isLocale(chosen) && isPageRequest(request)) {
      response.cookie(LANGUAGE_COOKIE, chosen, { maxAge: YEAR_MS, sameSite: 'lax', httpOnly: true, secure: settings.isSecure, path: '/' });
    }
    next();
  };
}
