import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { ChooseLetterOptions } from '@app/reminders/dates/choose-letter-options.js';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { paths } from '../frame/paths.js';

/** The switch for the file of dates that comes along with reminders. */
@ApiExcludeController()
@Allow('staff')
@Controller('reminders/letter-options')
export class LetterOptionPagesController {
  constructor(private readonly chooseOptions: ChooseLetterOptions) {}

  @Post()
  async choose(
    @Body() { dates, version }: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Res() response: Response,
  ): Promise<void> {
    await this.chooseOptions.run(actor, actor.id, Number(version) || undefined, dates === 'yes');
    response.redirect(303, `${paths.reminders}?saved=yes`);
  }
}
