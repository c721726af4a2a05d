import { SESSION_HOURS } from '@app/accounts/sign-in.js';
import { parseCookie, type SetCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';

export const SESSION_COOKIE = 'ft_session';
/** Of somebody who is about to sign in: ties the form to this browser. */
export const VISITOR_COOKIE = 'ft_pre';

export function readCookie(request: Request, name: string): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[name] || undefined;
}

/** HttpOnly: no script reads it; Lax: no other site's form sends it. `isSecure` where the server is reached by https. */
export function setCookie(response: Response, isSecure: boolean, cookie: Pick<SetCookie, 'name' | 'value' | 'maxAge'>): void {
  response.append('Set-Cookie', stringifySetCookie({ ...cookie, httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure }));
}

export function setSessionCookie(response: Response, isSecure: boolean, token: string): void {
  setCookie(response, isSecure, { name: SESSION_COOKIE, value: token, maxAge: SESSION_HOURS * 3600 });
}

export function dropCookie(response: Response, isSecure: boolean, name: string): void {
  setCookie(response, isSecure, { name, value: '', maxAge: 0 });
}
