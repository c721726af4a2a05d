import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Request, Response } from 'express';
import type { AppRequest } from './request.js';
import { readCookie, SESSION_COOKIE, setCookie, VISITOR_COOKIE } from './session-cookie.js';

/** The hidden field of every form that posts, and the header of a script. */
const CSRF_FIELD = '_csrf';
const CSRF_HEADER = 'x-csrf-token';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a form of any website can send without asking (Fetch standard, CORS-safelisted content types). */
const FORMS = ['urlencoded', 'multipart', 'text/plain'];

/** Only who knows the cookie can reckon it, and it tells nothing about the cookie; so it may stand in a page. */
function tokenOf(cookie: string): string {
  return createHmac('sha256', cookie).update('csrf').digest('base64url');
}

/** For the forms of a page: of the session, or of the visitor's cookie if there is one. "" where there is neither. */
export function csrfToken(request: AppRequest): string {
  const cookie = request.session ?? readCookie(request, VISITOR_COOKIE);
  return cookie === undefined ? '' : tokenOf(cookie);
}

/** Before a page with a form that visitors send (the one to sign in): gives them the cookie that the form's token belongs to. */
export function prepareVisitorForm(request: AppRequest, response: Response, isSecure: boolean): void {
  if (request.csrf) return;
  const cookie = randomBytes(32).toString('base64url');
  setCookie(response, isSecure, { name: VISITOR_COOKIE, value: cookie });
  request.csrf = tokenOf(cookie);
}

/** Takes the field out of the form, so that what remains is what the form is about. */
function takeToken(request: Request): string {
  const header = request.headers[CSRF_HEADER];
  const body = request.body as Record<string, unknown> | undefined;
  const field = body?.[CSRF_FIELD];
  if ((request.is('urlencoded') || request.is('multipart')) && body) delete body[CSRF_FIELD];
  return [header, field].find((value) => typeof value === 'string') ?? '';
}

function isSame(sent: string, expected: string): boolean {
  const [left, right] = [Buffer.from(sent), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** What a browser says of itself: a form on another website sent this. */
export function refuseOtherSites(request: AppRequest): void {
  if (!SAFE.has(request.method) && request.headers['sec-fetch-site'] === 'cross-site') throw new DomainError('csrf-failed');
}

/**
 * Refuses with 'csrf-failed' what another website may have made a browser send: whatever a cookie signs in, and every form. The guard
 * runs before an upload is read, so a multipart form sends its token as a header, unless its route is an UploadForm.
 */
export function refuseForgery(request: AppRequest, isExempt: boolean): void {
  if (SAFE.has(request.method)) return;
  const sent = takeToken(request);
  const isForm = FORMS.some((type) => request.is(type));
  const byToken = request.actor !== undefined && request.session === undefined;
  if (isExempt || byToken || (request.session === undefined && !isForm)) return;
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new DomainError('csrf-failed');
  const cookies = request.session ? [request.session] : [readCookie(request, VISITOR_COOKIE), readCookie(request, SESSION_COOKIE)];
  if (!cookies.some((cookie) => cookie !== undefined && isSame(sent, tokenOf(cookie)))) throw new DomainError('csrf-failed');
}
