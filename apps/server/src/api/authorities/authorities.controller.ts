import { PutFact } from '@app/authorities/put-fact.js';
import { type AuthorityFilter, searchAuthorities } from '@app/authorities/search-authorities.query.js';
import { slugOf } from '@app/eligibility/named-territories.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { authoritiesWithin } from '@app/matching/within.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Body, Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersionIfAny } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { AuthoritiesQuery, AuthorityDto, FactDto, PutFactDto } from './authority.dto.js';
import { toAuthorityDto, toFactDto } from './authority.mapper.js';
import { ReadAuthority } from './read-authority.js';

/** Of a fact: characters of its name (contract §2). */
const LONGEST_NAME = 100;

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class AuthoritiesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly readAuthority: ReadAuthority,
    private readonly index: MatchingIndex,
    private readonly putFact: PutFact,
  ) {}

  /** Every authority that is valid today, whatever its source, in the order of keys. */
  @Get()
  @Allow('everyone')
  @ApiOperation({ summary: 'Every authority that is valid today, in the order of keys' })
  @ApiPage(AuthorityDto)
  async list(
    @Query() { limit, cursor, within, ...query }: AuthoritiesQuery,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const day = dayAt(this.clock.now(), HOME_ZONE).toString();
    const filter = { ...query, ...(await this.place(within)) };
    const page = await this.transactions.run(systemScope('matching-index'), (em) => searchAuthorities(em, filter, day, { limit, cursor }));
    return sendPage(response, request, { ...page, items: page.items.map((authority) => toAuthorityDto(authority, actor)) });
  }

  /** A prefix of territory ids is a matter for the table; who is in a set only the index knows. */
  private async place(within: string | undefined): Promise<AuthorityFilter> {
    if (within === undefined || slugOf(within) === undefined) return { within };
    return { among: [...authoritiesWithin(await this.index.current(), within).ordinals()] };
  }

  @Get(':key')
  @Allow('everyone')
  @ApiOperation({ summary: 'An authority that is valid today' })
  @ApiOkResponse({ type: AuthorityDto })
  async one(@Param('key') key: string, @CurrentActor() actor: Actor | undefined): Promise<AuthorityDto> {
    return toAuthorityDto(await this.readAuthority.run(key), actor);
  }

  /** Enters or replaces a fact, without a date one of today. Outcomes follow at once. A fact that exists needs If-Match with its version. */
  @Put(':key/facts/:name')
  @Allow('staff', 'editor')
  @ApiOperation({
    summary: 'Enter or replace a fact, without a date one of today. Outcomes follow at once; a fact that exists needs If-Match',
  })
  @ApiOkResponse({ type: FactDto })
  async put(
    @Param('key') key: string,
    @Param('name') name: string,
    @IfMatchVersionIfAny() version: number | undefined,
    @Body() body: PutFactDto,
    @CurrentActor() actor: Actor,
  ): Promise<FactDto> {
    if (name.length > LONGEST_NAME)
      throw new DomainError('invalid', {}, [{ pointer: '/name', code: 'too-long', params: { most: LONGEST_NAME } }]);
    const asOf = body.asOf ?? dayAt(this.clock.now(), HOME_ZONE).toString();
    const entry = { value: body.value, asOf, source: body.source };
    const written = await this.putFact.run(actor, key, name, entry, version);
    return toFactDto({ name, ...entry, version: written });
  }
}
