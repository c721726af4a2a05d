import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Allow } from '../edge/access/allow.decorator.js';
import { WithoutCsrf } from '../edge/access/without-csrf.decorator.js';
import { apiLocale } from '../edge/request-locale.js';
import { Settings } from '../edge/settings.js';
import { SUCCESS, uuid } from './answer.js';
import { FOUND, LIST, ONE_OPPORTUNITY, SEARCH } from './answer-schemas.js';
import { pageOf, readPage } from './numbered-page.js';
import { type Reading, toCompetition, toOpportunity } from './opportunity.mapper.js';
import { ReadOpportunities } from './read-opportunities.js';
import { readSearch } from './search-request.js';
import { sorted } from './sorting.js';

/** CommonGrants 0.4: the programmes of which a round is or was published. */
@ApiTags('common-grants')
@Controller('common-grants/opportunities')
@Allow('everyone')
export class OpportunitiesController {
  constructor(
    private readonly read: ReadOpportunities,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The last change first. */
  @Get()
  @ApiQuery({ name: 'page', required: false, schema: { type: 'integer', minimum: 1 } })
  @ApiQuery({ name: 'pageSize', required: false, schema: { type: 'integer', minimum: 1 }, description: 'More than 100 is 100' })
  @ApiOperation({ summary: 'Opportunities, the last change first' })
  @ApiOkResponse({ schema: LIST })
  async list(@Query() query: Record<string, unknown>, @Req() request: Request) {
    const page = readPage(query);
    const reading = this.reading(request);
    const { items, paginationInfo } = pageOf(await this.read.all(), page);
    return { ...SUCCESS, items: items.map((known) => toOpportunity(this.read.reckon(known), reading)), paginationInfo };
  }

  @Get(':id')
  @ApiOperation({ summary: 'An opportunity with its competitions' })
  @ApiOkResponse({ schema: ONE_OPPORTUNITY })
  async one(@Param('id') text: string, @Req() request: Request) {
    const id = uuid(text);
    const known = (await this.read.all()).find(({ program }) => program.id === id);
    if (!known) throw new DomainError('not-found');
    const found = this.read.reckon(known);
    const reading = this.reading(request);
    const competitions = found.rounds.map((round) => toCompetition(round, reading));
    return { ...SUCCESS, data: { ...toOpportunity(found, reading), competitions } };
  }

  /** Reads only, so nobody can be made to do harm by it. Filters that are not supported are named in `filterInfo.errors`. */
  @Post('search')
  @HttpCode(200)
  @WithoutCsrf()
  @ApiBody({ schema: SEARCH })
  @ApiOperation({ summary: 'Search opportunities. Filters that are not supported are named in `filterInfo.errors`' })
  @ApiOkResponse({ schema: FOUND })
  async search(@Body() body: unknown, @Req() request: Request) {
    const { search, filters, sorting, page } = readSearch(body);
    const reading = this.reading(request);
    const found = search === undefined ? await this.read.all() : await this.read.withWords(search);
    const fitting = found
      .map((known) => toOpportunity(this.read.reckon(known), reading))
      .filter((opportunity) => filters.predicates.every((fits) => fits(opportunity)));
    const filterInfo = { filters: filters.filters, ...(filters.errors.length > 0 && { errors: filters.errors }) };
    return { ...SUCCESS, ...pageOf(sorted(fitting, sorting), page), sortInfo: sorting, filterInfo };
  }

  private reading(request: Request): Reading {
    return { locale: apiLocale(request), now: this.clock.now(), baseUrl: this.settings.baseUrl };
  }
}
