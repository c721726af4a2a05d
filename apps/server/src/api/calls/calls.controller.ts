import { callStateAt } from '@app/funding/call-status.js';
import { ChangeCall } from '@app/funding/change-call.js';
import { CreateCall } from '@app/funding/create-call.js';
import { type Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { Expectations } from '@app/matching/expectations.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Body, Controller, Get, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { CallDto, ChangeCallDto, CreateCallDto } from './call.dto.js';
import { toCallChange, toCallCommand, toCallDto } from './call.mapper.js';
import { CallsQuery } from './calls.query.dto.js';
import { ListCalls } from './list-calls.js';
import { ReadCallFor } from './read-call-for.js';

@ApiTags('calls')
@Controller('api/v1/calls')
export class CallsController {
  constructor(
    private readonly listCalls: ListCalls,
    private readonly readCall: ReadCallFor,
    private readonly createCall: CreateCall,
    private readonly changeCall: ChangeCall,
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('everyone')
  @ApiOperation({
    summary: 'Published and withdrawn calls, to editors drafts too; newest publication first',
    description: 'No filter means no filter.',
  })
  @Refuses('unknown-authority')
  @ApiPage(CallDto)
  async list(
    @Query() query: CallsQuery,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.listCalls.run(actor, query);
    const expectations = Expectations.of(await this.index.current());
    const items = page.items.map(({ call, state }) => toCallDto(call, state, expectations.after(call)));
    return sendPage(response, request, { ...page, items });
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOperation({ summary: 'A call' })
  @ApiOkResponse({ type: CallDto })
  async one(@IdParam('id') id: string, @CurrentActor() actor: Actor | undefined): Promise<CallDto> {
    const call = await this.readCall.run(actor, id);
    const expectations = Expectations.of(await this.index.current());
    return toCallDto(call, callStateAt(call, this.clock.now()), expectations.after(call));
  }

  @Post()
  @Allow('editor')
  @ApiOperation({ summary: 'Write a call, a draft that only editors see' })
  @Refuses('unknown-program', 'unknown-call', 'invalid-rule', 'invalid-deadline')
  @ApiCreatedResponse({ type: CallDto })
  async create(
    @Body() body: CreateCallDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CallDto> {
    const id = await this.createCall.run(actor, body.programId, toCallCommand(body));
    response.location(`/api/v1/calls/${id}`);
    return this.one(id, actor);
  }

  @Patch(':id')
  @Allow('editor')
  @ApiOperation({ summary: 'Change a call: what is absent stays' })
  @Refuses('unknown-call', 'invalid-rule', 'invalid-deadline', 'contradictory-rule', 'no-deadline')
  @ApiOkResponse({ type: CallDto })
  async change(
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() body: ChangeCallDto,
    @CurrentActor() actor: Actor,
  ): Promise<CallDto> {
    await this.changeCall.run(actor, id, version, toCallChange(body));
    return this.one(id, actor);
  }
}
