import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { refuseHiddenCall } from '@app/tracking/acting-for.js';
import { readMilestones } from '@app/tracking/milestones.query.js';
import { AddMilestone } from '@app/tracking/planning/add-milestone.js';
import { ChangeMilestone } from '@app/tracking/planning/change-milestone.js';
import { PlanCall } from '@app/tracking/planning/plan-call.js';
import { TakePlan } from '@app/tracking/planning/take-plan.js';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { pageOf } from '../../edge/paging/page-of.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { apiLocale } from '../../edge/request-locale.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { OwnAuthority } from './own-authority.js';
import { ChangeMilestoneDto, MilestoneBodyDto, MilestoneDto, PlanDto, TakenPlanDto, TakePlanDto } from './plan.dto.js';
import { toMilestoneDto, toPlanDto } from './planning.mapper.js';

/** The latest dates backwards from the deadline of a call, and what an authority has made of them: for its own staff. */
@ApiTags('planning')
@Controller('api/v1/authorities/:key/calls/:id')
@Allow('staff')
export class PlansController {
  constructor(
    private readonly ownAuthority: OwnAuthority,
    private readonly transactions: Transactions,
    private readonly planCall: PlanCall,
    private readonly takePlan: TakePlan,
    private readonly addMilestone: AddMilestone,
    private readonly changeMilestone: ChangeMilestone,
  ) {}

  @Get('plan')
  @ApiOperation({ summary: 'The latest dates backwards from the next deadline, the milestones, and which of them no longer fit' })
  @ApiOkResponse({ type: PlanDto })
  async plan(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<PlanDto> {
    return toPlanDto(await this.planCall.run(actor, key, id), apiLocale(request));
  }

  /** Those that are there stay where they are, unless `move` asks for it. Doing it twice changes nothing. */
  @Post('plan/milestones')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the dates of the plan over as milestones' })
  @ApiOkResponse({ type: TakenPlanDto })
  async take(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @Body() body: TakePlanDto,
    @CurrentActor() actor: Actor,
  ): Promise<TakenPlanDto> {
    const taken = await this.takePlan.run(actor, key, id, { move: body.move ?? false });
    return { ...taken, milestones: await this.milestones(actor, key, id) };
  }

  @Get('milestones')
  @ApiOperation({ summary: 'The milestones of an authority on the way to a call, by day' })
  @ApiPage(MilestoneDto)
  async list(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const milestones = await this.milestones(actor, key, id);
    return sendPage(
      response,
      request,
      pageOf(milestones, ({ day, id }) => `${day} ${id}`, query),
    );
  }

  private async milestones(actor: Actor, key: string, callId: string): Promise<MilestoneDto[]> {
    const authority = await this.ownAuthority.run(actor, key);
    const found = await this.transactions.run(scopeOf(actor), async (em) => {
      await refuseHiddenCall(em, callId);
      return readMilestones(em, { authorityId: authority.id, callIds: [callId] });
    });
    return found.map(toMilestoneDto);
  }

  @Post('milestones')
  @ApiOperation({ summary: 'Add a milestone of one’s own' })
  @ApiCreatedResponse({ type: MilestoneDto })
  async add(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @Body() body: MilestoneBodyDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MilestoneDto> {
    const added = await this.addMilestone.run(actor, key, id, { ...body });
    response.location(`/api/v1/authorities/${key}/calls/${id}/milestones/${added}`);
    return this.one(key, id, added, actor);
  }

  @Get('milestones/:milestone')
  @ApiOperation({ summary: 'A milestone' })
  @ApiOkResponse({ type: MilestoneDto })
  async one(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @IdParam('milestone') milestone: string,
    @CurrentActor() actor: Actor,
  ): Promise<MilestoneDto> {
    const found = (await this.milestones(actor, key, id)).find((each) => each.id === milestone);
    if (!found) throw new DomainError('not-found');
    return found;
  }

  @Patch('milestones/:milestone')
  @ApiOperation({ summary: 'Move, rename or tick off a milestone' })
  @ApiOkResponse({ type: MilestoneDto })
  async change(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @IdParam('milestone') milestone: string,
    @IfMatchVersion() version: number,
    @Body() body: ChangeMilestoneDto,
    @CurrentActor() actor: Actor,
  ): Promise<MilestoneDto> {
    await this.one(key, id, milestone, actor);
    await this.changeMilestone.run(actor, milestone, version, { ...body });
    return this.one(key, id, milestone, actor);
  }

  @Delete('milestones/:milestone')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a milestone away' })
  @ApiNoContentResponse()
  async remove(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @IdParam('milestone') milestone: string,
    @IfMatchVersion() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.one(key, id, milestone, actor);
    await this.changeMilestone.run(actor, milestone, version, { removed: true });
  }
}
