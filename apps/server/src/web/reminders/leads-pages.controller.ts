import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { LEAD_UNITS } from '@app/deadlines/leads.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { ChooseLeads } from '@app/reminders/leads/choose-leads.js';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority } from '../../edge/pages/frames.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { paths } from '../frame/paths.js';
import { readLeads } from './reminder-form.js';

type Step = 'saved' | 'wrong' | 'changed';

/** Leads for the reader's authority (on the page of reminders) and for one call (on its page). What was overtaken changes nothing: the page shows how it stands. */
@ApiExcludeController()
@Allow('staff')
@Controller()
export class LeadsPagesController {
  constructor(private readonly chooseLeads: ChooseLeads) {}

  @Post('reminders/leads')
  async ofAuthority(
    @Body() body: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    response.redirect(303, `${paths.reminders}?leads=${await this.step(actor, request, null, body)}#leads`);
  }

  @Post('calls/:id/leads')
  async ofCall(
    @IdParam('id') id: string,
    @Body() body: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    response.redirect(303, `${paths.call(id)}?leads=${await this.step(actor, request, id, body)}#leads`);
  }

  private async step(actor: SignedInPerson, request: AppRequest, callId: string | null, body: Record<string, unknown>): Promise<Step> {
    const authority = activeAuthority(request);
    if (!authority) throw new DomainError('not-found');
    const place = { personId: actor.id, key: authority.key, callId };
    const version = body.version === undefined ? undefined : Number(body.version);
    const leads = readLeads(body.leads);
    const unit = LEAD_UNITS.find((each) => each === body.unit) ?? 'days';
    if (body.do !== 'inherit' && leads === undefined) return 'wrong';
    const done =
      body.do === 'inherit'
        ? this.chooseLeads.inherit(actor, place, version ?? 0)
        : this.chooseLeads.choose(actor, place, version, { leads: leads!, unit });
    return done.then(() => 'saved' as const, outcomeOf);
  }
}

function outcomeOf(error: unknown): Step {
  if (error instanceof DomainError && error.code === 'invalid') return 'wrong';
  if (error instanceof DomainError && ['stale', 'if-match-required'].includes(error.code)) return 'changed';
  throw error;
}
