import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { LiftSuspension } from '@app/reminders/lift-suspension.js';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { localPath } from '../../edge/access/local-path.js';

/** The button of the banner, and that of the administrators' list. */
@ApiExcludeController()
@Allow('signed-in')
@Controller('reminders/suspension-lift')
export class SuspensionController {
  constructor(private readonly liftSuspension: LiftSuspension) {}

  /** A second click finds nothing suspended any more, and goes back all the same. */
  @Post()
  async lift(@Body() { address, back }: Record<string, unknown>, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    if (typeof address !== 'string' || address.length > 320) throw new DomainError('bad-request');
    await this.liftSuspension.run(actor, address).catch((error: unknown) => {
      if (!(error instanceof DomainError && error.code === 'not-found')) throw error;
    });
    response.redirect(303, localPath(back));
  }
}
