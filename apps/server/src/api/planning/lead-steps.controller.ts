import type { Actor } from '@app/kernel/actor.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { readLeadSteps } from '@app/tracking/planning/lead-steps.query.js';
import { PutLeadSteps } from '@app/tracking/planning/put-lead-steps.js';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersionIfAny } from '../../edge/conditional/if-match.js';
import { LeadStepsBodyDto, LeadStepsDto } from './lead-steps.dto.js';
import { OwnAuthority } from './own-authority.js';
import { toLeadSteps } from './planning.mapper.js';

/** What an authority has to do before it applies, and how long before: for its own staff. */
@ApiTags('planning')
@Controller('api/v1/authorities/:key/lead-steps')
@Allow('staff')
export class LeadStepsController {
  constructor(
    private readonly ownAuthority: OwnAuthority,
    private readonly transactions: Transactions,
    private readonly putSteps: PutLeadSteps,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The lead steps of an authority; until it has stored its own, a suggestion' })
  @ApiOkResponse({ type: LeadStepsDto })
  async read(@Param('key') key: string, @CurrentActor() actor: Actor): Promise<LeadStepsDto> {
    const { id } = await this.ownAuthority.run(actor, key);
    const { steps, version } = await this.transactions.run(scopeOf(actor), (em) => readLeadSteps(em, id));
    return { steps: steps.map((step) => ({ ...step, from: { ...step.from } })), suggested: version === 0, version };
  }

  @Put()
  @ApiOperation({ summary: 'Replace the lead steps; If-Match once some are stored' })
  @ApiOkResponse({ type: LeadStepsDto })
  async put(
    @Param('key') key: string,
    @IfMatchVersionIfAny() version: number | undefined,
    @Body() body: LeadStepsBodyDto,
    @CurrentActor() actor: Actor,
  ): Promise<LeadStepsDto> {
    await this.putSteps.run(actor, key, toLeadSteps(body.steps), version);
    return this.read(key, actor);
  }
}
