import { type Actor, mayActFor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { DropStance } from '@app/tracking/drop-stance.js';
import { readStances } from '@app/tracking/stances.query.js';
import { TakeStance } from '@app/tracking/take-stance.js';
import { TrackedCalls } from '@app/tracking/tracked-calls.js';
import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion, IfMatchVersionIfAny } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { pageOf } from '../../edge/paging/page-of.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ReadAuthority } from '../authorities/read-authority.js';
import { CallStanceDto, StanceBodyDto, StanceDto, StancesQuery } from './stance.dto.js';
import { toCallStanceDtos, toStanceDto } from './stance.mapper.js';

/** What people decided about calls on behalf of their authority: colleagues see it, others do not know that it is there. */
@ApiTags('tracking')
@Controller('api/v1/authorities/:key')
@Allow('staff')
export class StancesController {
  constructor(
    private readonly readAuthority: ReadAuthority,
    private readonly trackedCalls: TrackedCalls,
    private readonly takeStance: TakeStance,
    private readonly dropStance: DropStance,
    private readonly transactions: Transactions,
  ) {}

  @Get('stances')
  @ApiOperation({ summary: 'Which calls are followed or dismissed on behalf of an authority, and by whom' })
  @ApiPage(CallStanceDto)
  async list(
    @Param('key') key: string,
    @Query() { kind, ...page }: StancesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const authority = await this.readAuthority.run(key);
    if (!mayActFor(actor, authority.id)) throw new DomainError('not-found');
    const items = (await this.trackedCalls.run(actor, authority, kind)).flatMap(toCallStanceDtos);
    return sendPage(
      response,
      request,
      pageOf(items, ({ call, person }) => `${call.id} ${person.id}`, page),
    );
  }

  @Get('calls/:id/stance')
  @ApiOperation({ summary: 'One’s own stance to a call' })
  @ApiOkResponse({ type: StanceDto })
  async own(@Param('key') key: string, @IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<StanceDto> {
    const authority = await this.readAuthority.run(key);
    const filter = { personId: actor.id, authorityId: authority.id, callId: id };
    const [stance] = await this.transactions.run(scopeOf(actor), (em) => readStances(em, filter));
    if (!stance) throw new DomainError('not-found');
    return toStanceDto(stance);
  }

  @Put('calls/:id/stance')
  @ApiOperation({ summary: 'Follow a call, or dismiss it with a reason; the first time without If-Match' })
  @ApiOkResponse({ type: StanceDto })
  async take(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @IfMatchVersionIfAny() version: number | undefined,
    @Body() body: StanceBodyDto,
    @CurrentActor() actor: Actor,
  ): Promise<StanceDto> {
    return toStanceDto(await this.takeStance.run(actor, key, id, { ...body }, version));
  }

  @Delete('calls/:id/stance')
  @HttpCode(204)
  @ApiOperation({ summary: 'No longer follow a call, or take a dismissal back' })
  @ApiNoContentResponse()
  async drop(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.dropStance.run(actor, key, id, version);
  }
}
