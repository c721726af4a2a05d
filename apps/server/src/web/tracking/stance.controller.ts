import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { DropStance } from '@app/tracking/drop-stance.js';
import { DISMISSAL_REASONS, LONGEST_NOTE, type StanceWish } from '@app/tracking/stance.js';
import { TakeStance } from '@app/tracking/take-stance.js';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority } from '../../edge/pages/frames.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { paths } from '../frame/paths.js';

/** The buttons of the watch list on a call's page. A step that somebody has overtaken in another window changes nothing: the page shows how it stands. */
@ApiExcludeController()
@Controller('calls/:id/stance')
export class StanceController {
  constructor(
    private readonly takeStance: TakeStance,
    private readonly dropStance: DropStance,
  ) {}

  @Post()
  @Allow('staff')
  async step(
    @IdParam('id') id: string,
    @Body() body: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const authority = activeAuthority(request);
    if (!authority) throw new DomainError('not-found');
    const changed = await this.act(actor, authority.key, id, body).catch(wasOvertaken);
    response.redirect(303, `${paths.call(id)}${changed ? '' : '?stance=changed'}#stance`);
  }

  private async act(actor: SignedInPerson, key: string, id: string, body: Record<string, unknown>): Promise<boolean> {
    const version = body.version === undefined ? undefined : Number(body.version);
    if (body.do === 'unfollow' || body.do === 'undo') await this.dropStance.run(actor, key, id, version ?? 0);
    else await this.takeStance.run(actor, key, id, wishOf(body), version);
    return true;
  }
}

function wishOf({ do: step, reason, note }: Record<string, unknown>): StanceWish {
  if (step === 'follow') return { kind: 'followed' };
  const known = DISMISSAL_REASONS.find((each) => each === reason) ?? 'other';
  return { kind: 'dismissed', reason: known, ...(typeof note === 'string' && { note: note.slice(0, LONGEST_NOTE) }) };
}

function wasOvertaken(error: unknown): false {
  if (error instanceof DomainError && ['stale', 'if-match-required', 'not-found'].includes(error.code)) return false;
  throw error;
}
