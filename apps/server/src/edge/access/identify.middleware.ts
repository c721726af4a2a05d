import { Authenticate } from '@app/accounts/authenticate.js';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { csrfToken } from './csrf.js';
import type { AppRequest } from './request.js';
import { readCookie, SESSION_COOKIE } from './session-cookie.js';

const BEARER = /^Bearer +(\S.*)$/i;
/** Longer ones are nobody's, and need not be hashed. */
const LONGEST_TOKEN = 1000;

/** Finds out who asks; whether they may is the guard's question. A middleware, so that pages about errors know it too. */
@Injectable()
export class IdentifyMiddleware implements NestMiddleware<AppRequest, Response> {
  constructor(private readonly authenticate: Authenticate) {}

  async use(request: AppRequest, _: Response, next: NextFunction): Promise<void> {
    // whether the server lives is answered without the database, whoever asks
    if (request.path.startsWith('/health/')) return next();
    const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1]?.trim();
    if (bearer !== undefined) await this.byToken(request, bearer);
    else await this.bySession(request, readCookie(request, SESSION_COOKIE));
    request.csrf = csrfToken(request);
    next();
  }

  /** A token wins over a cookie, also when it is wrong: a program must not act as somebody else by accident. */
  private async byToken(request: AppRequest, token: string): Promise<void> {
    request.actor = token.length > LONGEST_TOKEN ? undefined : await this.authenticate.byApiToken(token);
    request.hasInvalidToken = request.actor === undefined;
  }

  private async bySession(request: AppRequest, token: string | undefined): Promise<void> {
    if (token === undefined || token.length > LONGEST_TOKEN) return;
    request.actor = await this.authenticate.bySession(token);
    if (request.actor) request.session = token;
  }
}
