import { ChangeNamedTerritory } from '@app/authorities/territories/change-named-territory.js';
import { CreateNamedTerritory } from '@app/authorities/territories/create-named-territory.js';
import { DeleteNamedTerritory } from '@app/funding/delete-named-territory.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
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
import { ChangeNamedTerritoryDto, CreateNamedTerritoryDto, NamedTerritoryDto } from './named-territory.dto.js';
import { toNamedTerritoryChange, toNamedTerritoryContent, toNamedTerritoryDto } from './named-territory.mapper.js';

/** Sets of territories that rules name as `named:<slug>`. Editors keep them; everybody who is signed in reads them. */
@ApiTags('territories')
@Controller('api/v1/named-territories')
export class NamedTerritoriesController {
  constructor(
    private readonly index: MatchingIndex,
    private readonly createSet: CreateNamedTerritory,
    private readonly changeSet: ChangeNamedTerritory,
    private readonly deleteSet: DeleteNamedTerritory,
  ) {}

  @Get()
  @Allow('signed-in')
  @ApiOperation({ summary: 'The sets of territories that rules can name' })
  @ApiPage(NamedTerritoryDto)
  async list(@Query() query: PageQuery, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const state = await this.index.current();
    const page = pageOf([...state.namedTerritories.values()], ({ slug }) => slug, query);
    return sendPage(response, request, { ...page, items: page.items.map((set) => toNamedTerritoryDto(set, state)) });
  }

  @Get(':slug')
  @Allow('signed-in')
  @ApiOperation({ summary: 'A set of territories' })
  @ApiOkResponse({ type: NamedTerritoryDto })
  async one(@Param('slug') slug: string): Promise<NamedTerritoryDto> {
    const state = await this.index.current();
    const set = state.namedTerritories.get(slug);
    if (!set) throw new DomainError('not-found');
    return toNamedTerritoryDto(set, state);
  }

  @Post()
  @Allow('editor')
  @ApiOperation({ summary: 'Make a set of territories' })
  @Refuses('conflict')
  @ApiCreatedResponse({ type: NamedTerritoryDto })
  async create(
    @Body() body: CreateNamedTerritoryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NamedTerritoryDto> {
    await this.createSet.run(actor, body.slug, toNamedTerritoryContent(body));
    response.location(`/api/v1/named-territories/${body.slug}`);
    return this.one(body.slug);
  }

  @Patch(':slug')
  @Allow('editor')
  @ApiOperation({ summary: 'Change a set of territories; outcomes of every rule that names it follow at once' })
  @ApiOkResponse({ type: NamedTerritoryDto })
  async change(
    @Param('slug') slug: string,
    @IfMatchVersion() version: number,
    @Body() body: ChangeNamedTerritoryDto,
    @CurrentActor() actor: Actor,
  ): Promise<NamedTerritoryDto> {
    await this.changeSet.run(actor, slug, version, toNamedTerritoryChange(body));
    return this.one(slug);
  }

  @Delete(':slug')
  @HttpCode(204)
  @Allow('editor')
  @ApiOperation({ summary: 'Delete a set of territories that neither a published rule nor another set names' })
  @Refuses('conflict', 'invalid')
  @ApiNoContentResponse()
  async remove(@Param('slug') slug: string, @IfMatchVersion() version: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.deleteSet.run(actor, slug, version);
  }
}
