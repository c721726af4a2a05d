import type { Actor } from '@app/kernel/actor.js';
import { ChooseLetterOptions } from '@app/reminders/dates/choose-letter-options.js';
import type { LetterOptions } from '@app/reminders/dates/letter-options.query.js';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersionIfAny } from '../../edge/conditional/if-match.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { LetterOptionsBodyDto, LetterOptionsDto } from './letter-options.dto.js';

/** What somebody chose about their letters beside the times. */
@ApiTags('reminders')
@Controller('api/v1/people/:id/letter-options')
@Allow('signed-in')
export class LetterOptionsController {
  constructor(private readonly chooseOptions: ChooseLetterOptions) {}

  @Get()
  @ApiOperation({ summary: 'Whether dates come along with somebody’s reminders: for administrators, and everybody themselves' })
  @ApiOkResponse({ type: LetterOptionsDto })
  async read(@IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<LetterOptionsDto> {
    return toDto(await this.chooseOptions.find(actor, id));
  }

  @Put()
  @ApiOperation({ summary: 'Choose it; the first time without If-Match' })
  @ApiOkResponse({ type: LetterOptionsDto })
  async choose(
    @IdParam('id') id: string,
    @IfMatchVersionIfAny() version: number | undefined,
    @Body() { attachDates }: LetterOptionsBodyDto,
    @CurrentActor() actor: Actor,
  ): Promise<LetterOptionsDto> {
    return toDto(await this.chooseOptions.run(actor, id, version, attachDates));
  }
}

function toDto({ attachesDates, version }: LetterOptions): LetterOptionsDto {
  return { attachDates: attachesDates, version };
}
