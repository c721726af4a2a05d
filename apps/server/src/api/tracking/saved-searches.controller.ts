import type { Actor } from '@app/kernel/actor.js';
import { SaveSearch } from '@app/tracking/save-search.js';
import type { SearchContent } from '@app/tracking/saved-search.js';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Req, Res } from '@nestjs/common';
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
import { OwnSearches, toSearchFilter } from './own-searches.js';
import { ChangeSavedSearchDto, SavedSearchBodyDto, SavedSearchDto } from './saved-search.dto.js';

/** Searches that somebody keeps for themselves: a click shows what they find now, and new matches can come by mail. */
@ApiTags('tracking')
@Controller('api/v1/saved-searches')
@Allow('signed-in')
export class SavedSearchesController {
  constructor(
    private readonly searches: OwnSearches,
    private readonly saveSearch: SaveSearch,
  ) {}

  @Get()
  @ApiOperation({ summary: 'One’s own searches, with how many calls each finds now' })
  @ApiPage(SavedSearchDto)
  async list(
    @Query() page: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(
      response,
      request,
      pageOf(await this.searches.all(actor), ({ id }) => id, page),
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'One of one’s own searches' })
  @ApiOkResponse({ type: SavedSearchDto })
  one(@IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<SavedSearchDto> {
    return this.searches.one(actor, id);
  }

  @Post()
  @ApiOperation({ summary: 'Keep a search' })
  @Refuses('unknown-authority')
  @ApiCreatedResponse({ type: SavedSearchDto })
  async create(
    @Body() { name, authority, filter, digest = false, frequency = 'daily' }: SavedSearchBodyDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedSearchDto> {
    const authorityId = authority ? await this.searches.authorityId(authority) : null;
    const content = { name: name.trim(), authorityId, filter: toSearchFilter(filter), digest, frequency };
    const saved = await this.saveSearch.run(actor, content);
    response.location(`/api/v1/saved-searches/${saved.id}`);
    return this.searches.toDto(saved);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a search: what is absent stays' })
  @Refuses('unknown-authority')
  @ApiOkResponse({ type: SavedSearchDto })
  async change(
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() { name, authority, filter, digest, frequency }: ChangeSavedSearchDto,
    @CurrentActor() actor: Actor,
  ): Promise<SavedSearchDto> {
    const change: Partial<SearchContent> = {
      ...(name !== undefined && { name: name.trim() }),
      ...(authority !== undefined && { authorityId: authority === null ? null : await this.searches.authorityId(authority) }),
      ...(filter !== undefined && { filter: toSearchFilter(filter) }),
      ...(digest !== undefined && { digest }),
      ...(frequency !== undefined && { frequency }),
    };
    return this.searches.toDto(await this.saveSearch.change(actor, id, version, change));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget a search' })
  @ApiNoContentResponse()
  async remove(@IdParam('id') id: string, @IfMatchVersion() version: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.saveSearch.remove(actor, id, version);
  }
}
