import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { readSuspensions } from '@app/reminders/suspensions.query.js';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import type { AppRequest } from '../access/request.js';
import { isPageRequest } from './page-request.js';

/** What every page tells its reader, whatever it is about: read beforehand, since frames are made without the database. */
@Injectable()
export class NoteSuspensionsMiddleware implements NestMiddleware<AppRequest, Response> {
  constructor(private readonly transactions: Transactions) {}

  async use(request: AppRequest, _: Response, next: NextFunction): Promise<void> {
    const { actor } = request;
    if (actor && isPageRequest(request)) {
      request.suspensions = await this.transactions.run(scopeOf(actor), (em) => readSuspensions(em, { personId: actor.id }));
    }
    next();
  }
}
