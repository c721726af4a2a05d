import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { localPath } from '../../edge/access/local-path.js';
import { setCookie } from '../../edge/access/session-cookie.js';
import { ACTIVE_AUTHORITY_COOKIE } from '../../edge/pages/frames.js';
import { Settings } from '../../edge/settings.js';

const YEAR_SECONDS = 31_536_000;

/** Which of several authorities a person acts for at the moment. The cookie is only a wish: each request looks whether it may be. */
@ApiExcludeController()
@Controller('active-authority')
export class ActiveAuthorityController {
  constructor(private readonly settings: Settings) {}

  @Post()
  @Allow('staff')
  choose(@Body() { key, back }: Record<string, unknown>, @CurrentActor() actor: SignedInPerson, @Res() response: Response): void {
    const chosen = actor.authorities.find((own) => own.key === key);
    if (!chosen) throw new DomainError('not-found');
    setCookie(response, this.settings.isSecure, { name: ACTIVE_AUTHORITY_COOKIE, value: chosen.key, maxAge: YEAR_SECONDS });
    response.redirect(303, withoutKey(localPath(back)));
  }
}

/** "/authority?key=…" names an authority of its own, which would hide the one that was just chosen. */
function withoutKey(path: string): string {
  const url = new URL(path, 'http://here.invalid');
  if (url.pathname !== '/authority') return path;
  return url.pathname;
}
