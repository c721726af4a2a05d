import { ChangeFeed } from '@app/calendar/change-feed.js';
import { CreateFeed } from '@app/calendar/create-feed.js';
import { DeleteFeed } from '@app/calendar/delete-feed.js';
import { type FeedView, feedsOfAuthority, readFeedView } from '@app/calendar/feeds-of-authority.query.js';
import { RotateFeed } from '@app/calendar/rotate-feed.js';
import { type Actor, mayActFor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { pageOf } from '../../edge/paging/page-of.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { Settings } from '../../edge/settings.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ChangeFeedDto, CreateFeedDto, FeedDto, NewFeedDto } from './feed.dto.js';
import { feedAddresses } from './feed-address.js';

@ApiTags('feeds')
@Controller('api/v1')
export class FeedsController {
  constructor(
    private readonly index: MatchingIndex,
    private readonly createFeed: CreateFeed,
    private readonly changeFeed: ChangeFeed,
    private readonly rotateFeed: RotateFeed,
    private readonly deleteFeed: DeleteFeed,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
  ) {}

  /** What belongs to another authority does not exist for its staff: 404. */
  private async own(actor: Actor, key: string) {
    const authority = (await this.index.current()).authority(key);
    if (!authority || !mayActFor(actor, authority.id)) throw new DomainError('not-found');
    return authority;
  }

  @Post('authorities/:key/feeds')
  @Allow('staff')
  @ApiOperation({ summary: 'A calendar to subscribe to; its address is in this answer, and never again' })
  @ApiCreatedResponse({ type: NewFeedDto })
  async create(
    @Param('key') key: string,
    @Body() body: CreateFeedDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewFeedDto> {
    const authority = await this.own(actor, key);
    const { scope, callId, searchId, name = null, language = 'de', options = {} } = body;
    const { id, token, version } = await this.createFeed.run(actor, authority.id, { scope, callId, searchId, name, language, options });
    response.location(`/api/v1/feeds/${id}`);
    return { id, ...feedAddresses(this.settings.baseUrl, token, authority.name), version };
  }

  @Get('authorities/:key/feeds')
  @Allow('staff')
  @ApiOperation({ summary: 'The calendars of an authority, without their addresses' })
  @ApiPage(FeedDto)
  async list(
    @Param('key') key: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const authority = await this.own(actor, key);
    const feeds = await this.transactions.run(scopeOf(actor), (em) => feedsOfAuthority(em, authority.id));
    const page = pageOf(feeds, ({ createdAt, id }) => `${createdAt} ${id}`, query);
    return sendPage(response, request, { ...page, items: page.items.map(toFeedDto) });
  }

  @Get('feeds/:id')
  @Allow('staff')
  @ApiOperation({ summary: 'A calendar without its address, which is shown only when it is made' })
  @ApiOkResponse({ type: FeedDto })
  async one(@IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<FeedDto> {
    const feed = await this.transactions.run(scopeOf(actor), (em) => readFeedView(em, id));
    if (!feed) throw new DomainError('not-found');
    return toFeedDto(feed);
  }

  @Patch('feeds/:id')
  @Allow('staff')
  @ApiOperation({ summary: 'Change name, language or options of a calendar; the address stays' })
  @ApiOkResponse({ type: FeedDto })
  async change(
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() body: ChangeFeedDto,
    @CurrentActor() actor: Actor,
  ): Promise<FeedDto> {
    await this.changeFeed.run(actor, id, body, version);
    return this.one(id, actor);
  }

  @Post('feeds/:id/rotation')
  @HttpCode(200)
  @Allow('staff')
  @ApiOperation({ summary: 'Give a calendar a new address; the old one says so for 14 days' })
  @ApiOkResponse({ type: NewFeedDto })
  async rotate(@IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<NewFeedDto> {
    const { token, version, authorityName } = await this.rotateFeed.run(actor, id);
    return { id, ...feedAddresses(this.settings.baseUrl, token, authorityName), version };
  }

  @Delete('feeds/:id')
  @HttpCode(204)
  @Allow('staff')
  @ApiOperation({ summary: 'Delete a calendar; programs are told that it is gone' })
  @ApiNoContentResponse()
  async delete(@IdParam('id') id: string, @IfMatchVersion() version: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.deleteFeed.run(actor, id, version);
  }
}

function toFeedDto(feed: FeedView): FeedDto {
  return {
    id: feed.id,
    scope: feed.scope,
    language: feed.language,
    ...(feed.name !== null && { name: feed.name }),
    ...(feed.callId && { callId: feed.callId }),
    ...(feed.searchId && { searchId: feed.searchId }),
    options: { ...feed.options, stages: feed.options.stages && [...feed.options.stages] },
    createdAt: feed.createdAt.toString(),
    ...(feed.lastFetchedAt ? { lastFetchedAt: feed.lastFetchedAt.toString() } : {}),
    ...(feed.lastProgram ? { lastProgram: feed.lastProgram } : {}),
    fetches: feed.fetches.map(({ program, lastAt }) => ({ ...(program !== '?' && { program }), lastAt: lastAt.toString() })),
    version: feed.version,
  };
}
