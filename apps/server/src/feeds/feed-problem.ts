import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { requestIdOf } from '../edge/logging/request-id.js';
import { PROBLEM_TYPE, problemOf, RETRY_AFTER } from '../edge/problems/problem.js';

/** A refusal for calendar programs; of the same refusal the same octets. */
export function sendFeedProblem(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: DomainError,
  general: readonly string[],
): void {
  const locale = localeOf(request);
  const problem = problemOf(refusal, locale, requestIdOf(request));
  const body = Buffer.from(JSON.stringify(problem), 'utf8');
  const headers = withoutCaching(general);
  headers.push('Cache-Control', 'no-store', 'Vary', 'Accept-Language', 'Content-Language', locale);
  headers.push('Content-Type', `${PROBLEM_TYPE}; charset=utf-8`, 'Content-Length', String(body.length));
  if (refusal.code === 'unavailable') headers.push('Retry-After', String(RETRY_AFTER));
  if (refusal.code === 'too-many-requests') headers.push('Retry-After', String(refusal.params.retryAfterSeconds));
  response.writeHead(problem.status, headers).end(request.method === 'HEAD' ? undefined : body);
}

/** Programs send no more than their system's language, if any. */
function localeOf(request: IncomingMessage): Locale {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'de';
}

function withoutCaching(headers: readonly string[]): string[] {
  return headers.filter((_, index) => headers[index - (index % 2)] !== 'Cache-Control');
}
