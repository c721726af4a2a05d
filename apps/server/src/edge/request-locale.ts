import { isLocale, type Locale } from '@app/kernel/locale.js';
import { parseCookie } from 'cookie';
import type { Request } from 'express';
import type { AppRequest } from './access/request.js';

export const LANGUAGE_COOKIE = 'ft_lang';

/** What a program asks for: `?lang=`, else Accept-Language, else German. */
export function apiLocale(request: Request): Locale {
  if (isLocale(request.query?.lang)) return request.query.lang;
  const accepted = request.acceptsLanguages(['de', 'en']);
  return isLocale(accepted) ? accepted : 'de';
}

/** What a person reads: `?lang=`, else the cookie that it set, else the language of their account, else Accept-Language, else German. */
export function pageLocale(request: Request): Locale {
  const chosen = [request.query?.lang, parseCookie(request.headers.cookie ?? '')[LANGUAGE_COOKIE], (request as AppRequest).actor?.language];
  return chosen.find(isLocale) ?? apiLocale(request);
}
