import { AmendDeadline } from '@app/funding/amend-deadline.js';
import { callStateAt } from '@app/funding/call-status.js';
import { type CallVersion, readVersions } from '@app/funding/read-versions.query.js';
import { WithdrawCall } from '@app/funding/withdraw-call.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { numberedPage } from '../../edge/paging/numbered-page.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { AmendmentDto, CallDto, PublicationDto, WithdrawalDto } from './call.dto.js';
import { toCallDto } from './call.mapper.js';
import { PublishReviewed } from './publish-reviewed.js';
import { ReadCallFor } from './read-call-for.js';
import { VersionDto } from './version.dto.js';

/** What happens to a call after it was written: publication, amendments, withdrawal, and the versions they leave. */
@ApiTags('calls')
@Controller('api/v1/calls/:id')
export class CallStepsController {
  constructor(
    private readonly publishReviewed: PublishReviewed,
    private readonly withdrawCall: WithdrawCall,
    private readonly amendDeadline: AmendDeadline,
    private readonly readCall: ReadCallFor,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Post('publication')
  @HttpCode(200)
  @Allow('editor')
  @ApiOperation({ summary: 'Publish a draft, with answers to what its rule was warned of' })
  @Refuses('already-published', 'no-deadline', 'contradictory-rule')
  @ApiOkResponse({ type: CallDto })
  async publish(
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() body: PublicationDto,
    @CurrentActor() actor: Actor,
  ): Promise<CallDto> {
    await this.publishReviewed.run(actor, id, version, body.answers ?? []);
    return this.show(actor, id);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Allow('editor')
  @ApiOperation({ summary: 'Withdraw a published call' })
  @Refuses('not-published', 'already-withdrawn')
  @ApiOkResponse({ type: CallDto })
  async withdraw(
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() body: WithdrawalDto,
    @CurrentActor() actor: Actor,
  ): Promise<CallDto> {
    await this.withdrawCall.run(actor, id, version, body.reason);
    return this.show(actor, id);
  }

  @Post('deadlines/:deadlineId/amendments')
  @HttpCode(200)
  @Allow('editor')
  @ApiOperation({ summary: 'Move a deadline of a published call' })
  @Refuses('not-published', 'invalid-deadline')
  @ApiOkResponse({ type: CallDto })
  async amend(
    @IdParam('id') id: string,
    @IdParam('deadlineId') deadlineId: string,
    @IfMatchVersion() version: number,
    @Body() body: AmendmentDto,
    @CurrentActor() actor: Actor,
  ): Promise<CallDto> {
    await this.amendDeadline.run(actor, id, version, { deadlineId, schedule: body.schedule, reason: body.reason });
    return this.show(actor, id);
  }

  @Get('versions')
  @Allow('everyone')
  @ApiOperation({ summary: 'Every published state, newest first' })
  @ApiPage(VersionDto)
  async versions(
    @IdParam('id') id: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.readCall.run(actor, id);
    const versions = await this.transactions.run(scopeOf(actor), (em) => readVersions(em, id));
    const page = numberedPage(versions, query);
    return sendPage(response, request, { ...page, items: page.items.map(toVersionDto) });
  }

  private async show(actor: Actor, id: string): Promise<CallDto> {
    const call = await this.readCall.run(actor, id);
    return toCallDto(call, callStateAt(call, this.clock.now()));
  }
}

function toVersionDto({ changedAt, reason, ...version }: CallVersion): VersionDto {
  return { ...version, ...(reason ? { reason } : {}), changedAt: changedAt.toString() };
}
