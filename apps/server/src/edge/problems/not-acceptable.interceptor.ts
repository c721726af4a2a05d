import { DomainError } from '@app/kernel/domain-error.js';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DECORATORS } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Observable } from 'rxjs';

const JSON_ONLY = ['application/json'];

/** Under /api: whoever takes none of the formats that an operation answers in (`@ApiProduces`, else JSON) learns of it before anything is done. */
@Injectable()
export class NotAcceptableInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!request.path.startsWith('/api/')) return next.handle();
    const route = [context.getHandler(), context.getClass()];
    const produced = this.reflector.getAllAndOverride<string[] | undefined>(DECORATORS.API_PRODUCES, route) ?? JSON_ONLY;
    if (!request.accepts(produced)) throw new DomainError('not-acceptable');
    return next.handle();
  }
}
