import { DomainError } from '@app/kernel/domain-error.js';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { requestIdOf } from '../logging/request-id.js';
import { routeOf } from '../logging/route.js';
import { isPageRequest } from '../pages/page-request.js';
import { apiLocale } from '../request-locale.js';
import { commonGrantsError, isCommonGrants } from './common-grants-error.js';
import { OfferedMethods } from './offered-methods.js';
import { PROBLEM_TYPE, problemOf, RETRY_AFTER } from './problem.js';
import { ProblemPages } from './problem-pages.js';
import { refusalOf } from './refusal.js';

/** The one place where an error becomes an answer: problem+json for programs (under /common-grants the errors of that standard), a page for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Requests');

  constructor(
    private readonly pages: ProblemPages,
    private readonly methods: OfferedMethods,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const offered = error instanceof NotFoundException ? this.methods.at(request.path) : [];
    const refusal = offered.length > 0 ? new DomainError('method-not-allowed') : refusalOf(error);
    if (refusal.code === 'internal' || refusal.code === 'unavailable') this.log(error, refusal, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    setHeaders(response, refusal);
    if (offered.length > 0) response.set('Allow', offered.join(', '));
    if (isPageRequest(request)) this.pages.send(request, response, refusal);
    else sendProblem(request, response, refusal);
  }

  /** The route's pattern, never the address: feed addresses are secrets. */
  private log(error: unknown, refusal: DomainError, request: Request): void {
    const stack = error instanceof Error ? error.stack : String(error);
    this.logger.error({ message: 'A request failed', code: refusal.code, requestId: requestIdOf(request), route: routeOf(request), stack });
  }
}

function sendProblem(request: Request, response: Response, refusal: DomainError): void {
  const problem = problemOf(refusal, apiLocale(request), requestIdOf(request));
  response.set('Content-Language', apiLocale(request));
  if (isCommonGrants(request.path)) {
    const error = commonGrantsError(problem);
    response.status(error.status).json(error);
    return;
  }
  response.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

function setHeaders(response: Response, refusal: DomainError): void {
  for (const name of ['ETag', 'Location', 'Content-Disposition', 'Link']) response.removeHeader(name);
  response.set('Cache-Control', 'no-store').vary('Accept-Language');
  if (refusal.code === 'unavailable') response.set('Retry-After', String(RETRY_AFTER));
  if (refusal.code === 'idempotency-in-progress') response.set('Retry-After', '1');
  if (refusal.code === 'too-many-requests' && !response.hasHeader('Retry-After'))
    response.set('Retry-After', String(refusal.params.retryAfterSeconds ?? 60));
  if (refusal.code === 'unauthenticated') response.set('WWW-Authenticate', 'Bearer realm="foerdertakt"');
}
