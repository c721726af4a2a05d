import type { Actor } from '@app/kernel/actor.js';
import { ChooseLeads, type LeadPlace } from '@app/reminders/leads/choose-leads.js';
import type { LeadsHere } from '@app/reminders/leads/leads-here.query.js';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion, IfMatchVersionIfAny } from '../../edge/conditional/if-match.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { LeadsBodyDto, LeadsDto } from './leads.dto.js';

/** How long before a closing somebody hears of it, for one of their authorities or for one call on behalf of it; the most specific choice wins. */
@ApiTags('reminders')
@Controller('api/v1/people/:id/reminders/authorities/:key')
@Allow('signed-in')
export class LeadsController {
  constructor(private readonly leads: ChooseLeads) {}

  @Get()
  @ApiOperation({ summary: 'The leads that hold for an authority, and where they come from' })
  @ApiOkResponse({ type: LeadsDto })
  async ofAuthority(@IdParam('id') id: string, @Param('key') key: string, @CurrentActor() actor: Actor): Promise<LeadsDto> {
    return toLeadsDto(await this.leads.find(actor, placeOf(id, key)));
  }

  @Put()
  @ApiOperation({ summary: 'Choose leads for an authority; the first time without If-Match' })
  @ApiOkResponse({ type: LeadsDto })
  async chooseForAuthority(
    @IdParam('id') id: string,
    @Param('key') key: string,
    @IfMatchVersionIfAny() version: number | undefined,
    @Body() body: LeadsBodyDto,
    @CurrentActor() actor: Actor,
  ): Promise<LeadsDto> {
    return toLeadsDto(await this.leads.choose(actor, placeOf(id, key), version, { ...body }));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the choice for an authority back: the person’s own leads hold again' })
  @ApiNoContentResponse()
  async inheritForAuthority(
    @IdParam('id') id: string,
    @Param('key') key: string,
    @IfMatchVersion() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.leads.inherit(actor, placeOf(id, key), version);
  }

  @Get('calls/:callId')
  @ApiOperation({ summary: 'The leads that hold for one call on behalf of an authority, and where they come from' })
  @ApiOkResponse({ type: LeadsDto })
  async ofCall(
    @IdParam('id') id: string,
    @Param('key') key: string,
    @IdParam('callId') callId: string,
    @CurrentActor() actor: Actor,
  ): Promise<LeadsDto> {
    return toLeadsDto(await this.leads.find(actor, placeOf(id, key, callId)));
  }

  @Put('calls/:callId')
  @ApiOperation({ summary: 'Choose leads for one call on behalf of an authority; the first time without If-Match' })
  @ApiOkResponse({ type: LeadsDto })
  async chooseForCall(
    @IdParam('id') id: string,
    @Param('key') key: string,
    @IdParam('callId') callId: string,
    @IfMatchVersionIfAny() version: number | undefined,
    @Body() body: LeadsBodyDto,
    @CurrentActor() actor: Actor,
  ): Promise<LeadsDto> {
    return toLeadsDto(await this.leads.choose(actor, placeOf(id, key, callId), version, { ...body }));
  }

  @Delete('calls/:callId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the choice for a call back: what holds for the authority holds for it again' })
  @ApiNoContentResponse()
  async inheritForCall(
    @IdParam('id') id: string,
    @Param('key') key: string,
    @IdParam('callId') callId: string,
    @IfMatchVersion() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.leads.inherit(actor, placeOf(id, key, callId), version);
  }
}

function placeOf(personId: string, key: string, callId: string | null = null): LeadPlace {
  return { personId, key, callId };
}

function toLeadsDto({ leads, unit, from, version }: LeadsHere): LeadsDto {
  return { leads: [...leads], unit, from, version };
}
