import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { KeepAddresses } from '@app/reminders/addresses/keep-addresses.js';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { pageOf } from '../../edge/paging/page-of.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { AddAddressDto, ChooseAddressDto, LetterAddressDto } from './letter-address.dto.js';

/** Where letters to somebody go: for themselves, and for administrators. */
@ApiTags('reminders')
@Controller('api/v1/people/:id/addresses')
@Allow('signed-in')
export class LetterAddressesController {
  constructor(private readonly keepAddresses: KeepAddresses) {}

  @Get()
  @ApiOperation({ summary: 'The addresses that letters go to, or could' })
  @ApiPage(LetterAddressDto)
  async list(
    @IdParam('id') id: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    const found = await this.keepAddresses.list(actor, id);
    const page = pageOf(found, (address) => `${address.main ? 0 : 1} ${address.id}`, query);
    return sendPage(response, request, { ...page, items: page.items.map((address) => ({ ...address })) });
  }

  @Post()
  @Refuses('conflict', 'too-many-requests')
  @ApiOperation({ summary: 'One more address: it gets a letter with a link, and nothing else until that was clicked' })
  @ApiCreatedResponse({ type: LetterAddressDto })
  async add(
    @IdParam('id') id: string,
    @Body() { address }: AddAddressDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LetterAddressDto> {
    const added = await this.keepAddresses.add(actor, id, address);
    response.location(`/api/v1/people/${id}/addresses/${added}`);
    return this.one(id, added, actor);
  }

  @Get(':address')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ type: LetterAddressDto })
  async one(@IdParam('id') id: string, @IdParam('address') address: string, @CurrentActor() actor: Actor): Promise<LetterAddressDto> {
    const found = (await this.keepAddresses.list(actor, id)).find((each) => each.id === address);
    if (!found) throw new DomainError('not-found');
    return { ...found };
  }

  @Patch(':address')
  @ApiOperation({ summary: 'Choose whether letters go there; to one at least they do' })
  @ApiOkResponse({ type: LetterAddressDto })
  async choose(
    @IdParam('id') id: string,
    @IdParam('address') address: string,
    @IfMatchVersion() version: number,
    @Body() { wanted }: ChooseAddressDto,
    @CurrentActor() actor: Actor,
  ): Promise<LetterAddressDto> {
    await this.keepAddresses.choose(actor, id, address, version, wanted);
    return this.one(id, address, actor);
  }

  @Delete(':address')
  @Refuses('conflict')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove an address, but not the last to which letters go' })
  @ApiNoContentResponse()
  async remove(
    @IdParam('id') id: string,
    @IdParam('address') address: string,
    @IfMatchVersion() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.keepAddresses.remove(actor, id, address, version);
  }

  @Post(':address/verification')
  @Refuses('too-many-requests')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send the letter with the link once more' })
  @ApiAcceptedResponse({ type: LetterAddressDto })
  async ask(@IdParam('id') id: string, @IdParam('address') address: string, @CurrentActor() actor: Actor): Promise<LetterAddressDto> {
    await this.keepAddresses.ask(actor, id, address);
    return this.one(id, address, actor);
  }
}
