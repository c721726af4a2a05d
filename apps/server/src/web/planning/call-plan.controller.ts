import { readDay } from '@app/deadlines/parse-day.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { readMilestone } from '@app/tracking/milestones.query.js';
import { AddMilestone } from '@app/tracking/planning/add-milestone.js';
import { ChangeMilestone, type MilestoneChange } from '@app/tracking/planning/change-milestone.js';
import { TakePlan } from '@app/tracking/planning/take-plan.js';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { type Body as Form, textOf } from '../editor/form-reading.js';
import { paths } from '../frame/paths.js';

/** What the buttons beside a plan do. Each comes back to the plan of the call. */
@ApiExcludeController()
@Allow('staff')
@Controller('calls/:id')
export class CallPlanController {
  constructor(
    private readonly frames: Frames,
    private readonly transactions: Transactions,
    private readonly takePlan: TakePlan,
    private readonly addMilestone: AddMilestone,
    private readonly changeMilestone: ChangeMilestone,
  ) {}

  /** Addresses of forms, should somebody open them. */
  @Get(['plan', 'milestones', 'milestones/:milestone'])
  back(@IdParam('id') id: string, @Res() response: Response): void {
    response.redirect(303, here(id));
  }

  @Post('plan')
  async take(@IdParam('id') id: string, @Body() body: Form, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    await this.takePlan.run(actor, textOf(body, 'key'), id, { move: body.do === 'move' });
    response.redirect(303, here(id));
  }

  @Post('milestones')
  async add(
    @IdParam('id') id: string,
    @Body() body: Form,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const entered = readEntry(body);
    if (!entered) return response.redirect(303, here(id, 'invalid'));
    const name = { de: entered.name, [this.frames.of(request).locale]: entered.name };
    await this.addMilestone.run(actor, textOf(body, 'key'), id, { name, day: entered.day });
    response.redirect(303, here(id));
  }

  @Post('milestones/:milestone')
  async change(
    @IdParam('id') id: string,
    @IdParam('milestone') milestone: string,
    @Body() body: Form,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const change = await this.read(actor, milestone, body, this.frames.of(request).locale);
    if (!change) return response.redirect(303, here(id, 'invalid'));
    try {
      await this.changeMilestone.run(actor, milestone, Number(textOf(body, 'version')), change);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'stale') throw error;
      return response.redirect(303, here(id, 'stale'));
    }
    response.redirect(303, here(id));
  }

  private async read(actor: Actor, id: string, body: Form, locale: Locale): Promise<MilestoneChange | undefined> {
    if (body.do === 'remove') return { removed: true };
    if (body.do === 'done' || body.do === 'reopen') return { done: body.do === 'done' };
    const entered = readEntry(body);
    if (!entered) return undefined;
    const before = await this.transactions.run(scopeOf(actor), (em) => readMilestone(em, id));
    const isSame = before && inLocale(before.name, locale) === entered.name;
    return { day: entered.day, ...(!isSame && { name: { de: entered.name, [locale]: entered.name } }) };
  }
}

function readEntry(body: Form): { name: string; day: string } | undefined {
  const name = textOf(body, 'name').slice(0, 200);
  const day = readDay(textOf(body, 'day').replaceAll('\u00a0', ' '))?.toString();
  return name === '' || day === undefined ? undefined : { name, day };
}

function here(id: string, error?: string): string {
  return `${paths.call(id)}${error ? `?plan=${error}` : ''}#plan`;
}
