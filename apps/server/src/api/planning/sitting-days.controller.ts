import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { AddSittingDay } from '@app/tracking/planning/add-sitting-day.js';
import { ChangeSittingDay } from '@app/tracking/planning/change-sitting-day.js';
import { RemoveSittingDay } from '@app/tracking/planning/remove-sitting-day.js';
import { readSittingDay, readSittingDays } from '@app/tracking/planning/sitting-days.query.js';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { pageOf } from '../../edge/paging/page-of.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { stated } from '../../edge/validation/stated.js';
import { OwnAuthority } from './own-authority.js';
import { toSittingDayDto } from './planning.mapper.js';
import { ChangeSittingDayDto, SittingDayBodyDto, SittingDayDto } from './sitting-day.dto.js';

/** When the bodies of an authority sit: for its own staff. */
@ApiTags('planning')
@Controller('api/v1/authorities/:key/sitting-days')
@Allow('staff')
export class SittingDaysController {
  constructor(
    private readonly ownAuthority: OwnAuthority,
    private readonly transactions: Transactions,
    private readonly addSitting: AddSittingDay,
    private readonly changeSitting: ChangeSittingDay,
    private readonly removeSitting: RemoveSittingDay,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The sitting days of an authority, by day' })
  @ApiPage(SittingDayDto)
  async list(
    @Param('key') key: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { id } = await this.ownAuthority.run(actor, key);
    const days = await this.transactions.run(scopeOf(actor), (em) => readSittingDays(em, id));
    const page = pageOf(days, (sitting) => `${sitting.day} ${sitting.id}`, query);
    return sendPage(response, request, { ...page, items: page.items.map(toSittingDayDto) });
  }

  @Post()
  @ApiOperation({ summary: 'Enter a sitting day' })
  @Refuses('conflict')
  @ApiCreatedResponse({ type: SittingDayDto })
  async add(
    @Param('key') key: string,
    @Body() body: SittingDayBodyDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SittingDayDto> {
    const id = await this.addSitting.run(actor, key, { ...body });
    response.location(`/api/v1/authorities/${key}/sitting-days/${id}`);
    return this.one(key, id, actor);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A sitting day' })
  @ApiOkResponse({ type: SittingDayDto })
  async one(@Param('key') key: string, @IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<SittingDayDto> {
    const authority = await this.ownAuthority.run(actor, key);
    const sitting = await this.transactions.run(scopeOf(actor), (em) => readSittingDay(em, authority.id, id));
    if (!sitting) throw new DomainError('not-found');
    return toSittingDayDto(sitting);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Move or rename a sitting day' })
  @Refuses('conflict')
  @ApiOkResponse({ type: SittingDayDto })
  async change(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() body: ChangeSittingDayDto,
    @CurrentActor() actor: Actor,
  ): Promise<SittingDayDto> {
    await this.changeSitting.run(actor, key, id, version, stated(body));
    return this.one(key, id, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a sitting day' })
  @ApiNoContentResponse()
  async remove(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.removeSitting.run(actor, key, id, version);
  }
}
