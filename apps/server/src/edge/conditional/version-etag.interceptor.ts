import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { withEtag } from './etag.js';

/**
 * Every answer of the API that is a resource with a version carries it as its ETag. If-None-Match is taken away first: the tag stands for
 * what was stored, but status and days left in the same answer change with the day, so a 304 would lie.
 */
@Injectable()
export class VersionEtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!request.path.startsWith('/api/')) return next.handle();
    delete request.headers['if-none-match'];
    return next.handle().pipe(
      map((body: unknown) => {
        const version = (body as { version?: unknown } | null | undefined)?.version;
        if (Number.isInteger(version)) withEtag(context.switchToHttp().getResponse<Response>(), version as number);
        return body;
      }),
    );
  }
}
