import type { Actor } from '@app/kernel/actor.js';
import { textsOf } from '@app/kernel/reason.js';
import type { Operation } from '@app/reminders/alarm/open-troubles.query.js';
import type { OperationFacts } from '@app/reminders/alarm/operation-facts.js';
import { TROUBLE_TEXTS } from '@app/reminders/alarm/trouble.js';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../edge/access/actor.decorator.js';
import { Allow } from '../edge/access/allow.decorator.js';
import { OperationDto } from './operation.dto.js';
import { OperationNow } from './operation-now.js';

@ApiTags('operation')
@Controller('api/v1/operation')
export class OperationController {
  constructor(private readonly operationNow: OperationNow) {}

  @Get()
  @Allow('admin')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether letters still get out: ticks, mail, clocks and the queue, and what is wrong with them' })
  @ApiOkResponse({ type: OperationDto })
  async now(@CurrentActor() actor: Actor): Promise<OperationDto> {
    return toOperationDto(await this.operationNow.run(actor));
  }
}

function toOperationDto({ facts, troubles }: Operation): OperationDto {
  return {
    troubles: troubles.map(({ kind, params, since }) => ({
      kind,
      text: textsOf(TROUBLE_TEXTS, { code: kind, params }),
      ...(since && { since: since.toString() }),
    })),
    at: facts.at.toString(),
    databaseAheadMs: facts.databaseAheadMs,
    ticks: facts.ticks.map(toTickDto),
    mail: toMailDto(facts.mail),
    queue: { ...facts.queue },
  };
}

function toTickDto({ task, tickedAt, failedAt, reason }: OperationFacts['ticks'][number]): OperationDto['ticks'][number] {
  return {
    task,
    ...(tickedAt && { tickedAt: tickedAt.toString() }),
    ...(failedAt && { failedAt: failedAt.toString() }),
    ...(reason !== null && { reason }),
  };
}

function toMailDto({ lastSentAt, refused, stubborn, response }: OperationFacts['mail']): OperationDto['mail'] {
  return { ...(lastSentAt && { lastSentAt: lastSentAt.toString() }), refused, stubborn, ...(response !== null && { response }) };
}
