import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { type LetterView, ListLetters } from '@app/reminders/letters.query.js';
import { LiftSuspension } from '@app/reminders/lift-suspension.js';
import { readSuspensions, type SuspendedAddress } from '@app/reminders/suspensions.query.js';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { pageOf } from '../../edge/paging/page-of.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { LetterDto, LettersQuery, LiftSuspensionDto, SuspensionDto } from './letter.dto.js';

/** What became of letters, and the addresses that get none any more. */
@ApiTags('reminders')
@Controller('api/v1')
export class LettersController {
  constructor(
    private readonly listLetters: ListLetters,
    private readonly liftSuspension: LiftSuspension,
    private readonly transactions: Transactions,
  ) {}

  @Get('letters')
  @Allow('admin')
  @ApiOperation({ summary: 'Letters with what mail servers said to them, the latest first, for administrators' })
  @ApiPage(LetterDto)
  async letters(
    @Query() query: LettersQuery,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.listLetters.run(actor, query, query);
    return sendPage(response, request, { ...page, items: page.items.map(toLetterDto) });
  }

  @Get('suspensions')
  @Allow('signed-in')
  @ApiOperation({ summary: 'Addresses that mail servers refuse for good: one’s own; for administrators all' })
  @ApiPage(SuspensionDto)
  async suspensions(
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    const found = await this.transactions.run(scopeOf(actor), (em) => readSuspensions(em, isAdmin(actor) ? {} : { personId: actor.id }));
    const page = pageOf(found, ({ address }) => address, query);
    return sendPage(response, request, { ...page, items: page.items.map(toSuspensionDto) });
  }

  @Post('suspensions/lift')
  @Allow('signed-in')
  @HttpCode(204)
  @Refuses('not-found')
  @ApiOperation({ summary: 'Say that an address works again: its owner, or an administrator' })
  @ApiNoContentResponse()
  async lift(@Body() { address }: LiftSuspensionDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.liftSuspension.run(actor, address);
  }
}

function toLetterDto({ boundAt, triedAt, ...letter }: LetterView): LetterDto {
  return { ...letter, boundAt: boundAt.toString(), ...(triedAt && { triedAt: triedAt.toString() }) };
}

function toSuspensionDto({ owners, suspendedAt, ...address }: SuspendedAddress): SuspensionDto {
  return { ...address, owners: [...owners], suspendedAt: suspendedAt.toString() };
}
