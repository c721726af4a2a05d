import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { Absence } from '@app/tracking/absence/absence.js';
import { readAbsence, readAbsences } from '@app/tracking/absence/absences.query.js';
import { readColleagues } from '@app/tracking/absence/colleagues.query.js';
import { EndAbsence } from '@app/tracking/absence/end-absence.js';
import { EnterAbsence, mayChange } from '@app/tracking/absence/enter-absence.js';
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
import { OwnAuthority } from '../planning/own-authority.js';
import { AbsenceBodyDto, AbsenceDto, ChangeAbsenceDto, ColleagueDto } from './absence.dto.js';

/** When somebody is away and who gets their letters meanwhile: for themselves, their deputies and administrators. */
@ApiTags('reminders')
@Controller('api/v1/authorities/:key')
@Allow('staff')
export class AbsencesController {
  constructor(
    private readonly ownAuthority: OwnAuthority,
    private readonly transactions: Transactions,
    private readonly enterAbsence: EnterAbsence,
    private readonly endAbsence: EndAbsence,
  ) {}

  @Get('colleagues')
  @ApiOperation({ summary: 'Those who act for an authority, and so can stand in for each other' })
  @ApiPage(ColleagueDto)
  async colleagues(
    @Param('key') key: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { id } = await this.ownAuthority.run(actor, key);
    const found = await this.transactions.run(scopeOf(actor), (em) => readColleagues(em, id));
    return sendPage(
      response,
      request,
      pageOf(found, (colleague) => `${colleague.name} ${colleague.id}`, query),
    );
  }

  @Get('absences')
  @ApiOperation({ summary: 'One’s own absences and those in which one stands in; for administrators all of the authority' })
  @ApiPage(AbsenceDto)
  async list(
    @Param('key') key: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { id } = await this.ownAuthority.run(actor, key);
    const found = await this.transactions.run(scopeOf(actor), (em) => readAbsences(em, id, isAdmin(actor) ? undefined : actor.id));
    const page = pageOf(found, (absence) => `${absence.from} ${absence.id}`, query);
    return sendPage(response, request, { ...page, items: page.items.map(toAbsenceDto) });
  }

  @Post('absences')
  @Refuses('conflict')
  @ApiOperation({ summary: 'Be away: letters of the authority go to the deputy meanwhile' })
  @ApiCreatedResponse({ type: AbsenceDto })
  async enter(
    @Param('key') key: string,
    @Body() { person, ...content }: AbsenceBodyDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AbsenceDto> {
    const id = await this.enterAbsence.run(actor, key, content, person);
    response.location(`/api/v1/authorities/${key}/absences/${id}`);
    return this.one(key, id, actor);
  }

  @Get('absences/:id')
  @ApiOperation({ summary: 'An absence' })
  @ApiOkResponse({ type: AbsenceDto })
  async one(@Param('key') key: string, @IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<AbsenceDto> {
    const authority = await this.ownAuthority.run(actor, key);
    const found = await this.transactions.run(scopeOf(actor), (em) => readAbsence(em, authority.id, id));
    if (!found || !(mayChange(actor, found.person.id) || found.deputy === actor.id)) throw new DomainError('not-found');
    return toAbsenceDto(found);
  }

  @Patch('absences/:id')
  @Refuses('conflict')
  @ApiOperation({ summary: 'Change an absence: the person, or an administrator' })
  @ApiOkResponse({ type: AbsenceDto })
  async change(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() body: ChangeAbsenceDto,
    @CurrentActor() actor: Actor,
  ): Promise<AbsenceDto> {
    await this.enterAbsence.change(actor, key, id, version, stated(body));
    return this.one(key, id, actor);
  }

  @Delete('absences/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'End an absence: letters go to the person again' })
  @ApiNoContentResponse()
  async end(
    @Param('key') key: string,
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.endAbsence.run(actor, key, id, version);
  }
}

function toAbsenceDto({ deputy, deputyName, person, createdAt, updatedAt, ...absence }: Absence): AbsenceDto {
  return {
    ...absence,
    person: { ...person },
    deputy: { id: deputy, name: deputyName },
    createdAt: createdAt.toString(),
    updatedAt: updatedAt.toString(),
  };
}
