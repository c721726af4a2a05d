import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { SendTestLetter } from '@app/reminders/send-test-letter.js';
import { Controller, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { paths } from '../frame/paths.js';

/** "Testbrief schicken". What becomes of it stands on the page of reminders. */
@ApiExcludeController()
@Allow('staff')
@Controller('reminders/test-letter')
export class TestLetterController {
  constructor(private readonly sendTestLetter: SendTestLetter) {}

  @Post()
  async send(@CurrentActor() actor: SignedInPerson, @Res() response: Response): Promise<void> {
    const shown = await this.sendTestLetter.run(actor, actor.id).then(
      ({ id }) => id,
      (error: unknown) => {
        if (error instanceof DomainError && error.code === 'too-many-requests') return 'later';
        throw error;
      },
    );
    response.redirect(303, `${paths.reminders}?test=${shown}#address`);
  }
}
