import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import { isLocale, LOCALES } from '@app/kernel/locale.js';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { pointerTo } from './sendable.js';

/**
 * The validation pipe is asked about queries and bodies that a handler takes. Where it takes none, what is sent all the same is refused here, so that
 * nobody believes it had an effect. Every operation takes `?lang=`, in a language that there is.
 */
@Injectable()
export class UndeclaredInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { path, query, body } = context.switchToHttp().getRequest<Request>();
    if (!path.startsWith('/api/')) return next.handle();
    const { lang, ...others } = query;
    const faults: Fault[] = [
      ...(takes(context, RouteParamtypes.QUERY) ? [] : unknown(others)),
      ...(takes(context, RouteParamtypes.BODY) ? [] : unknown(body)),
    ];
    if (lang !== undefined && !isLocale(lang)) faults.push({ pointer: '/lang', code: 'not-one-of', params: { allowed: [...LOCALES] } });
    if (faults.length > 0) throw new DomainError('invalid', {}, faults);
    return next.handle();
  }
}

function takes(context: ExecutionContext, place: RouteParamtypes): boolean {
  const parameters: object = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {};
  return Object.keys(parameters).some((key) => key.startsWith(`${place}:`));
}

const unknown = (sent: unknown): Fault[] =>
  Object.keys(Object(sent ?? {})).map((name) => ({ pointer: pointerTo('', name), code: 'unknown-property' }));
