import { isAdmin } from '@app/kernel/actor.js';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { OperationNow } from '../../health/operation-now.js';
import type { AppRequest } from '../access/request.js';
import { isPageRequest } from './page-request.js';

/** Administrators see on every page when letters do not get out. */
@Injectable()
export class NoteTroublesMiddleware implements NestMiddleware<AppRequest, Response> {
  constructor(private readonly operationNow: OperationNow) {}

  async use(request: AppRequest, _: Response, next: NextFunction): Promise<void> {
    const { actor } = request;
    if (actor && isAdmin(actor) && isPageRequest(request)) request.operation = await this.operationNow.run(actor);
    next();
  }
}
