import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { concealFacts } from '@app/eligibility/conceal-facts.js';
import { type Evaluation, evaluate } from '@app/eligibility/evaluate.js';
import { titleOf } from '@app/funding/call-record.js';
import type { Actor } from '@app/kernel/actor.js';
import { MatchesOfCall } from '@app/matching/matches-of-call.js';
import { SearchCalls } from '@app/matching/search-calls.js';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { maySeeFact } from '../authorities/authority.mapper.js';
import { ReadAuthority } from '../authorities/read-authority.js';
import { CallMatchesQuery } from '../calls/calls.query.dto.js';
import { AuthorityMatchDto, AuthorityMatchesQuery, CallMatchDto } from './match.dto.js';

/** Of facts that only an authority's own staff may see, others get the code of the finding and not the value (contract §2). */
function evaluationFor(actor: Actor | undefined, authority: AuthorityView, evaluation: Evaluation): Evaluation {
  const hidden = new Set(authority.facts.filter((fact) => !maySeeFact(actor, authority, fact.visibility)).map((fact) => fact.name));
  return concealFacts(evaluation, (fact) => !hidden.has(fact));
}

@ApiTags('matches')
@Controller('api/v1')
export class MatchesController {
  constructor(
    private readonly matchesOfCall: MatchesOfCall,
    private readonly searchCalls: SearchCalls,
    private readonly readAuthority: ReadAuthority,
  ) {}

  /** Every authority with its outcome for a published call, in the order of keys. */
  @Get('calls/:id/matches')
  @Allow('signed-in')
  @ApiPage(CallMatchDto)
  async ofCall(
    @IdParam('id') id: string,
    @Query() { limit, cursor, ...filter }: CallMatchesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.matchesOfCall.run(id, filter, { limit, cursor });
    const items = page.items.map(({ authority, outcome, evaluation }): CallMatchDto => {
      const { key, name, types, population } = authority;
      const { findings, missing } = evaluationFor(actor, authority, evaluation);
      return {
        authority: { key, name, types: [...types], population: [...population] },
        outcome,
        findings: [...findings],
        missing: [...missing],
      };
    });
    return sendPage(response, request, { ...page, items });
  }

  /** Every published call with its outcome for an authority, newest publication first. */
  @Get('authorities/:key/matches')
  @Allow('signed-in')
  @ApiPage(AuthorityMatchDto)
  async ofAuthority(
    @Param('key') key: string,
    @Query() { limit, cursor, outcome, status }: AuthorityMatchesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const authority = await this.readAuthority.run(key);
    const page = await this.searchCalls.run({ state: 'published', status, outcomeFor: { key, outcome } }, { limit, cursor });
    const items = page.items.map(({ call, state, outcome: found }): AuthorityMatchDto => {
      const { findings, missing } = evaluationFor(actor, authority, evaluate(call.rule, applicantOf(authority)));
      return {
        call: {
          id: call.id,
          title: { de: titleOf(call, 'de'), en: titleOf(call, 'en') },
          status: state.status,
          ...(state.closesAt ? { closesAt: state.closesAt.toString() } : {}),
          ...(state.daysLeft === undefined ? {} : { daysLeft: state.daysLeft }),
        },
        outcome: found!,
        findings: [...findings],
        missing: [...missing],
      };
    });
    return sendPage(response, request, { ...page, items });
  }
}
