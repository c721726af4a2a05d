import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import { isLocale, LOCALES } from '@app/kernel/locale.js';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { pointerTo } from './sendable.js';

/**
 * Of operations that take no query of their own the validation pipe is never asked: here an unknown parameter is refused all the same. Every operation
 * takes `?lang=`, in a language that there is.
 */
@Injectable()
export class UndeclaredQueriesInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!request.path.startsWith('/api/')) return next.handle();
    const { lang, ...others } = request.query;
    const faults: Fault[] = takesQuery(context)
      ? []
      : Object.keys(others).map((name) => ({ pointer: pointerTo('', name), code: 'unknown-property' }));
    if (lang !== undefined && !isLocale(lang)) faults.push({ pointer: '/lang', code: 'not-one-of', params: { allowed: [...LOCALES] } });
    if (faults.length > 0) throw new DomainError('invalid', {}, faults);
    return next.handle();
  }
}

function takesQuery(context: ExecutionContext): boolean {
  const parameters: object = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {};
  return Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
