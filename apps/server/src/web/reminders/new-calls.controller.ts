import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { PROFILE_DIGESTS, SwitchDigest } from '@app/tracking/switch-digest.js';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority } from '../../edge/pages/frames.js';
import { paths } from '../frame/paths.js';

/** The switch for mails about new calls that fit the authority. */
@ApiExcludeController()
@Allow('staff')
@Controller('reminders/new-calls')
export class NewCallsController {
  constructor(private readonly switchDigest: SwitchDigest) {}

  @Post()
  async choose(
    @Body() { digest, version }: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const authority = activeAuthority(request);
    if (!authority) throw new DomainError('not-found');
    const wish = PROFILE_DIGESTS.find((known) => known === digest) ?? 'off';
    await this.switchDigest.choose(actor, authority.key, Number(version) || undefined, wish);
    response.redirect(303, `${paths.reminders}?saved=yes`);
  }
}
