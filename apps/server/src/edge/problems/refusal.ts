import { DomainError } from '@app/kernel/domain-error.js';
import type { ProblemCode } from '@app/kernel/problems.js';
import { HttpException } from '@nestjs/common';
import { databaseRefusal } from './database-refusal.js';

/** What Nest and Express refuse by a status of their own. */
const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  409: 'conflict',
  410: 'gone',
  413: 'too-large',
  415: 'unsupported-media-type',
  422: 'invalid',
  429: 'too-many-requests',
  503: 'unavailable',
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
};

/** Every error as a refusal with a code. 'internal' is what nobody foresaw: the filter logs it and says nothing about it. */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if ((error as { type?: unknown } | null)?.type === 'entity.parse.failed') return new DomainError('malformed-json');
  const code = CODE_OF_STATUS[statusOf(error) ?? 0];
  return code ? new DomainError(code) : (databaseRefusal(error) ?? new DomainError('internal'));
}
