import { applicantOf } from '@app/authorities/authority-view.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import type { Actor } from '@app/kernel/actor.js';
import { MatchesOfCall } from '@app/matching/matches-of-call.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { otherVintages } from '@app/matching/other-vintages.js';
import { SearchCalls } from '@app/matching/search-calls.js';
import { unverifiedFacts } from '@app/matching/unverified-facts.js';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ReadAuthority } from '../authorities/read-authority.js';
import { CallMatchesQuery } from '../calls/calls.query.dto.js';
import { AuthorityMatchDto, AuthorityMatchesQuery, CallMatchDto } from './match.dto.js';
import { evaluationFor, toAuthorityMatch, unverifiedFor } from './match.mapper.js';
import { PastMatches } from './past-matches.js';

@ApiTags('matches')
@Controller('api/v1')
export class MatchesController {
  constructor(
    private readonly matchesOfCall: MatchesOfCall,
    private readonly searchCalls: SearchCalls,
    private readonly readAuthority: ReadAuthority,
    private readonly pastMatches: PastMatches,
    private readonly index: MatchingIndex,
  ) {}

  @Get('calls/:id/matches')
  @Allow('signed-in')
  @ApiOperation({ summary: 'Every authority with its outcome for a published call, in the order of keys' })
  @ApiPage(CallMatchDto)
  async ofCall(
    @IdParam('id') id: string,
    @Query() { limit, cursor, ...filter }: CallMatchesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.matchesOfCall.run(id, filter, { limit, cursor });
    const items = page.items.map(({ authority, outcome, evaluation, unverified }): CallMatchDto => {
      const { key, name, types, population } = authority;
      const { findings, missing } = evaluationFor(actor, authority, evaluation);
      return {
        authority: { key, name, types: [...types], population: [...population] },
        outcome,
        findings: [...findings],
        missing: [...missing],
        ...unverifiedFor(actor, authority, unverified),
      };
    });
    return sendPage(response, request, { ...page, items });
  }

  @Get('authorities/:key/matches')
  @Allow('signed-in')
  @ApiOperation({ summary: 'Every published call with its outcome for an authority, newest publication first' })
  @ApiPage(AuthorityMatchDto)
  async ofAuthority(
    @Param('key') key: string,
    @Query() { limit, cursor, outcome, status, asOf }: AuthorityMatchesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    if (asOf !== undefined)
      return sendPage(response, request, await this.pastMatches.run(actor, key, { outcome, status, asOf }, { limit, cursor }));
    const authority = await this.readAuthority.run(key);
    const { named, day } = await this.index.current();
    const page = await this.searchCalls.run({ state: 'published', status, outcomeFor: { key, outcome } }, { limit, cursor });
    const items = page.items.map(({ call, state }) =>
      toAuthorityMatch(actor, authority, {
        call,
        state,
        evaluation: evaluate(call.rule, applicantOf(authority), named),
        unverified: unverifiedFacts(call.rule, authority, Temporal.PlainDate.from(day), named),
        vintages: otherVintages(call.rule, authority, named),
      }),
    );
    return sendPage(response, request, { ...page, items });
  }
}
