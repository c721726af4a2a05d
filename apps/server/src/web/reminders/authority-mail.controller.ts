import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { ChooseAuthorityMail } from '@app/reminders/unheard/choose-authority-mail.js';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority } from '../../edge/pages/frames.js';
import { paths } from '../frame/paths.js';

/** The switch for mails about calls that nobody of the authority has taken up. */
@ApiExcludeController()
@Allow('staff')
@Controller('reminders/authority')
export class AuthorityMailController {
  constructor(private readonly chooseMail: ChooseAuthorityMail) {}

  @Post()
  async choose(
    @Body() { unheard, version }: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const authority = activeAuthority(request);
    if (!authority) throw new DomainError('not-found');
    await this.chooseMail.run(actor, authority.key, Number(version) || undefined, unheard === 'yes');
    response.redirect(303, `${paths.reminders}?saved=yes`);
  }
}
