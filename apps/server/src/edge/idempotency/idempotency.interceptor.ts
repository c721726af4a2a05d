import { DomainError } from '@app/kernel/domain-error.js';
import { type CallHandler, type ExecutionContext, Injectable, Logger, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { AppRequest } from '../access/request.js';
import { PROBLEM_TYPE, problemOf } from '../problems/problem.js';
import { refusalOf } from '../problems/refusal.js';
import { apiLocale } from '../request-locale.js';
import { type Answer, IdempotencyKeys, type Reservation } from './idempotency-keys.js';
import { requestHash, type UploadRequest } from './request-hash.js';

const KEPT_HEADERS = ['Location', 'ETag', 'Content-Type'];
const KEY = /^[\x20-\x7e]{1,255}$/;

/**
 * POST with an Idempotency-Key: the same key and body within a day gives the same answer, and the work is done once. Keys belong to whoever
 * sends them. An upload is compared by its file: its route names this interceptor again, after the one that reads the file.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Idempotency');

  constructor(private readonly keys: IdempotencyKeys) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const key = request.headers['idempotency-key'];
    if (!applies(request) || key === undefined || !request.actor) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw new DomainError('bad-request');
    const reservation = { actorId: request.actor.id, key, requestHash: requestHash(request) };
    return from(this.once(reservation, request, context.switchToHttp().getResponse<Response>(), next));
  }

  private async once(reservation: Reservation, request: Request, response: Response, next: CallHandler): Promise<unknown> {
    const earlier = await this.keys.reserve(reservation);
    if (earlier) return replay(earlier, response);
    try {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.keep(reservation, { status: response.statusCode, headers: headersOf(response), body: JSON.stringify(body) ?? '' });
      return body;
    } catch (error) {
      await this.keepRefusal(reservation, error, request);
      throw error;
    }
  }

  /** A refusal is an answer too; a fault of ours (5xx) is none. */
  private async keepRefusal(reservation: Reservation, error: unknown, request: Request): Promise<void> {
    const problem = problemOf(refusalOf(error), apiLocale(request));
    if (problem.status < 500) {
      await this.keep(reservation, { status: problem.status, headers: { 'Content-Type': PROBLEM_TYPE }, body: JSON.stringify(problem) });
      return;
    }
    await this.keys.release(reservation).catch((reason: unknown) => this.report(reason));
  }

  /** The work is done and committed: an answer that cannot be kept must not turn it into an error. */
  private async keep(reservation: Reservation, answer: Answer): Promise<void> {
    await this.keys.keep(reservation, answer).catch((reason: unknown) => this.report(reason));
  }

  private report(reason: unknown): void {
    this.logger.warn({
      message: 'An idempotent answer could not be kept',
      reason: reason instanceof Error ? reason.message : String(reason),
    });
  }
}

/** A file is only known once it was read, by the interceptor of its route. */
function applies(request: UploadRequest): boolean {
  return (
    request.method === 'POST' && request.path.startsWith('/api/v1/') && (!request.is('multipart/form-data') || request.file !== undefined)
  );
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.filter((name) => response.hasHeader(name)).map((name) => [name, String(response.getHeader(name))]),
  );
}

function replay(earlier: Answer, response: Response): unknown {
  response.status(earlier.status).set({ ...earlier.headers, 'Idempotent-Replayed': 'true' });
  return earlier.body === '' ? undefined : (JSON.parse(earlier.body) as unknown);
}
