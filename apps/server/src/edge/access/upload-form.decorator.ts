import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Observable } from 'rxjs';
import { refuseForgery } from './csrf.js';
import type { AppRequest } from './request.js';

export const UPLOAD_FORM = Symbol('UploadForm');

/** Looks at the form's token as soon as the upload is read and before anything is done with it. */
class UploadToken implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    refuseForgery(context.switchToHttp().getRequest<AppRequest>(), false);
    return next.handle();
  }
}

/**
 * A page's form with a file. Without a script the token can only stand in a field, which nobody has read yet when the guard runs: so the guard asks who it
 * is and whether another site sends it, and the token is looked at between reading the upload and handling it. One decorator, so that neither half is forgotten.
 */
export function UploadForm(field: string, maxBytes: number): MethodDecorator {
  return applyDecorators(
    SetMetadata(UPLOAD_FORM, true),
    UseInterceptors(FileInterceptor(field, { limits: { fileSize: maxBytes, files: 1 } }), UploadToken),
  );
}
