import { DomainError } from '@app/kernel/domain-error.js';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ALLOW, type Who } from './allow.decorator.js';
import { refuseForgery, refuseOtherSites } from './csrf.js';
import { may } from './may.js';
import type { AppRequest } from './request.js';
import { UPLOAD_FORM } from './upload-form.decorator.js';
import { WITHOUT_CSRF } from './without-csrf.decorator.js';

/** Stands before every route and denies by default. Of 'unauthenticated' the problem filter makes a page's way to the form. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const route = [context.getHandler(), context.getClass()];
    if (request.hasInvalidToken) throw new DomainError('unauthenticated');
    const who = this.reflector.getAllAndOverride<readonly Who[] | undefined>(ALLOW, route);
    if (!may(who, request.actor)) throw new DomainError(request.actor ? 'forbidden' : 'unauthenticated');
    if (this.reflector.getAllAndOverride<boolean | undefined>(UPLOAD_FORM, route)) {
      refuseOtherSites(request);
      return true;
    }
    refuseForgery(request, this.reflector.getAllAndOverride<boolean | undefined>(WITHOUT_CSRF, route) === true);
    return true;
  }
}
