import { evaluate } from '@app/eligibility/evaluate.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { MergerOutcomes } from '@app/matching/merger.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { numberedPage } from '../../edge/paging/numbered-page.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { maySeeFact } from '../authorities/authority.mapper.js';
import { MergerDto, MergerQuery, PartnersDto, PartnersQuery } from './partner.dto.js';
import { toGroupMember, toMergedAuthority, toMergerOutcome, toPartnerGroup } from './partner.mapper.js';
import { mayAskFor, ReadPartners } from './read-partners.js';

@ApiTags('matches')
@Controller('api/v1')
@Allow('staff', 'editor')
export class PartnersController {
  constructor(
    private readonly index: MatchingIndex,
    private readonly readPartners: ReadPartners,
    private readonly merger: MergerOutcomes,
  ) {}

  @Get('calls/:id/partners')
  @ApiOperation({
    summary: 'The smallest groups, at most twenty, in which an authority could apply for a published call; the nearest first',
  })
  @Refuses('unknown-authority')
  @ApiOkResponse({ type: PartnersDto })
  async ofCall(
    @IdParam('id') id: string,
    @Query() { for: key, limit, cursor }: PartnersQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PartnersDto> {
    const { groups, isComplete, reason } = await this.readPartners.run(actor, id, key);
    const { items, total, next } = sendPage(response, request, numberedPage(groups, { limit, cursor }));
    return { items: items.map(toPartnerGroup), total, next, complete: isComplete, ...(reason && { reason }) };
  }

  @Get('mergers')
  @ApiOperation({
    summary: 'What several authorities would qualify for as one, call by call: hypothetical',
    description: 'Staff ask with one of their own among them.',
  })
  @Refuses('unknown-authority', 'not-found')
  @ApiOkResponse({ type: MergerDto })
  async ofAuthorities(
    @Query() { of, limit, cursor }: MergerQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MergerDto> {
    const merger = await this.merger.run(of, (part) => ({
      ...part,
      facts: part.facts.filter((fact) => maySeeFact(actor, part, fact.visibility)),
    }));
    if (!merger.parts.some((part) => mayAskFor(actor, part))) throw new DomainError('not-found');
    const { named } = await this.index.current();
    const { items, total, next } = sendPage(response, request, numberedPage(merger.outcomes, { limit, cursor }));
    return {
      hypothetical: true,
      of: merger.parts.map(toGroupMember),
      authority: toMergedAuthority(merger.merged),
      items: items.map((item) => toMergerOutcome(merger, item, evaluate(item.call.rule, merger.merged, named))),
      total,
      next,
    };
  }
}
