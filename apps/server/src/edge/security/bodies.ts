import { DomainError } from '@app/kernel/domain-error.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { refusalOf } from '../problems/refusal.js';
import { unsendable } from '../validation/sendable.js';

const LIMIT = '1mb';
const BY_PROGRAMS = ['json', '+json', 'multipart/form-data'];
/** Forms are for pages, which check where they come from: an API that took them could be posted to from anywhere. */
const BY_PAGES = [...BY_PROGRAMS, 'urlencoded'];

/** JSON and forms of at most 1 MB; a file comes as multipart and is limited by its route. An editor's form has up to a few thousand fields. */
export function useBodies(app: NestExpressApplication): void {
  app.useBodyParser('json', { limit: LIMIT, type: ['application/json', 'application/*+json'] });
  app.useBodyParser('urlencoded', { limit: LIMIT, extended: true, parameterLimit: 5000 });
  app.use(refuseUnknownBodies, refuseUnsendable);
  app.use((error: unknown, _request: Request, _response: Response, next: NextFunction) => next(refusalOf(error)));
}

/** A body that nobody read would otherwise look like an empty one: 415. NUL in an address is never meant (PostgreSQL refuses it): 400. */
function refuseUnknownBodies(request: Request, _response: Response, next: NextFunction): void {
  if (request.originalUrl.includes('%00')) throw new DomainError('bad-request');
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  const taken = /^\/(api|common-grants)\//.test(request.path) ? BY_PROGRAMS : BY_PAGES;
  if (hasBody && !['GET', 'HEAD', 'DELETE'].includes(request.method) && !request.is(taken)) throw new DomainError('unsupported-media-type');
  next();
}

/** Before anything walks through the body: NUL, lone surrogates, a nesting that would break the stack. */
function refuseUnsendable(request: Request, _response: Response, next: NextFunction): void {
  const faults = unsendable(request.body);
  if (faults.length > 0) throw new DomainError('invalid', {}, faults);
  next();
}
