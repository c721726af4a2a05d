import type { SuccessionResult } from '@app/authorities/changes/carry-out.js';
import { listChanges } from '@app/authorities/changes/changes.query.js';
import { ConfirmChange } from '@app/authorities/changes/confirm-change.js';
import { RejectChange } from '@app/authorities/changes/reject-change.js';
import type { Actor } from '@app/kernel/actor.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { apiLocale } from '../../edge/request-locale.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { AuthorityChangeDto, AuthorityChangesQuery, ConfirmationDto, SuccessionResultDto } from './authority-change.dto.js';
import { toAuthorityChangeDto } from './authority-change.mapper.js';

@ApiTags('authorities')
@Allow('editor')
@Controller('api/v1/authority-changes')
export class AuthorityChangesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly confirmChange: ConfirmChange,
    private readonly rejectChange: RejectChange,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What registers have changed, newest first; `state=proposed`: what waits for a decision' })
  @ApiPage(AuthorityChangeDto)
  async list(
    @Query() { limit, cursor, ...filter }: AuthorityChangesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.transactions.run(scopeOf(actor), (em) => listChanges(em, filter, { limit, cursor }));
    const items = page.items.map((change) => toAuthorityChangeDto(change, apiLocale(request)));
    return sendPage(response, request, { ...page, items });
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Confirm who follows: members, feeds, facts and reminders go to the successor, the old authority ends on the day before',
  })
  @Refuses('conflict', 'unknown-authority')
  @ApiOkResponse({ type: SuccessionResultDto })
  async confirm(
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() correction: ConfirmationDto,
    @CurrentActor() actor: Actor,
  ): Promise<SuccessionResultDto> {
    return toResultDto(await this.confirmChange.run(actor, id, version, correction));
  }

  @Post(':id/rejection')
  @HttpCode(204)
  @ApiOperation({ summary: 'Reject a proposal: this is not the successor, and it stays open who is' })
  @Refuses('conflict')
  @ApiNoContentResponse()
  async reject(@IdParam('id') id: string, @IfMatchVersion() version: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.rejectChange.run(actor, id, version);
  }
}

function toResultDto({ factConflicts }: SuccessionResult): SuccessionResultDto {
  return { factConflicts: [...factConflicts] };
}
