import { CreatePerson } from '@app/accounts/create-person.js';
import { FindPerson } from '@app/accounts/find-person.query.js';
import { IssueApiToken } from '@app/accounts/issue-api-token.js';
import { ListPeople } from '@app/accounts/list-people.query.js';
import { UpdatePerson } from '@app/accounts/update-person.js';
import type { Actor } from '@app/kernel/actor.js';
import { Body, Controller, Get, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ChangePersonDto, CreatePersonDto, CreateTokenDto, PersonDto, TokenDto } from './person.dto.js';
import { toPersonDto, toTokenDto } from './person.mapper.js';

@ApiTags('people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly createPerson: CreatePerson,
    private readonly updatePerson: UpdatePerson,
    private readonly findPerson: FindPerson,
    private readonly listPeople: ListPeople,
    private readonly issueApiToken: IssueApiToken,
  ) {}

  @Get()
  @Allow('admin')
  @ApiOperation({ summary: 'All people by their address, for administrators' })
  @ApiPage(PersonDto)
  async list(
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.listPeople.run(actor, query);
    return sendPage(response, request, { ...page, items: page.items.map(toPersonDto) });
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOperation({ summary: 'One person: for administrators, and everybody themselves' })
  @ApiOkResponse({ type: PersonDto })
  async one(@IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<PersonDto> {
    return toPersonDto(await this.findPerson.run(actor, id));
  }

  @Post()
  @Allow('admin')
  @ApiOperation({ summary: 'Make an account; its address counts as verified' })
  @Refuses('email-taken', 'unknown-authority')
  @ApiCreatedResponse({ type: PersonDto })
  async create(
    @Body() body: CreatePersonDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PersonDto> {
    const person = await this.createPerson.run(actor, { ...body });
    response.location(`/api/v1/people/${person.id}`);
    return toPersonDto(person);
  }

  @Patch(':id')
  @Allow('admin')
  @ApiOperation({ summary: 'Change an account: what is absent stays' })
  @Refuses('conflict', 'unknown-authority')
  @ApiOkResponse({ type: PersonDto })
  async change(
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() body: ChangePersonDto,
    @Req() request: AppRequest,
  ): Promise<PersonDto> {
    const actor = request.actor as Actor;
    const keepSession = actor.id === id ? request.session : undefined;
    return toPersonDto(await this.updatePerson.run(actor, { id, version, change: { ...body }, ...(keepSession && { keepSession }) }));
  }

  @Post(':id/tokens')
  @Allow('signed-in')
  @ApiOperation({ summary: 'An API token, for oneself; administrators for everybody' })
  @ApiCreatedResponse({ type: TokenDto, headers: {} })
  async issueToken(@IdParam('id') id: string, @Body() body: CreateTokenDto, @CurrentActor() actor: Actor): Promise<TokenDto> {
    return toTokenDto(await this.issueApiToken.run(actor, { personId: id, name: body.name }));
  }
}
