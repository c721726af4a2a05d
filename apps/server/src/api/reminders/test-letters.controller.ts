import type { Actor } from '@app/kernel/actor.js';
import { SendTestLetter } from '@app/reminders/send-test-letter.js';
import type { TestLetter } from '@app/reminders/test-letter.js';
import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { TestLetterDto } from './test-letter.dto.js';

@ApiTags('reminders')
@Controller('api/v1/people/:id/test-letters')
@Allow('signed-in')
export class TestLettersController {
  constructor(private readonly sendTestLetter: SendTestLetter) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Send oneself a letter to see whether letters arrive; while one waits, that one is answered' })
  @Refuses('too-many-requests')
  @ApiAcceptedResponse({ type: TestLetterDto })
  async send(
    @IdParam('id') id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TestLetterDto> {
    const letter = await this.sendTestLetter.run(actor, id);
    response.location(`/api/v1/people/${id}/test-letters/${letter.id}`);
    return toTestLetterDto(letter);
  }

  @Get(':letter')
  @ApiOperation({ summary: 'What became of a test letter, with the mail server’s answer' })
  @ApiOkResponse({ type: TestLetterDto })
  async one(@IdParam('id') id: string, @IdParam('letter') letter: string, @CurrentActor() actor: Actor): Promise<TestLetterDto> {
    return toTestLetterDto(await this.sendTestLetter.find(actor, id, letter));
  }
}

function toTestLetterDto({ askedAt, triedAt, ...letter }: TestLetter): TestLetterDto {
  return { ...letter, askedAt: askedAt.toString(), ...(triedAt && { triedAt: triedAt.toString() }) };
}
