import type { Actor } from '@app/kernel/actor.js';
import { FindReminderPreference } from '@app/reminders/find-preference.js';
import type { ReminderPreference } from '@app/reminders/preference.js';
import { RemindersOn } from '@app/reminders/reminders-on.query.js';
import { SetReminderPreference } from '@app/reminders/set-preference.js';
import { Body, Controller, Get, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { IfMatchVersionIfAny } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ReminderDto, ReminderPreferenceBodyDto, ReminderPreferenceDto, RemindersQuery } from './reminder.dto.js';

@ApiTags('reminders')
@Controller('api/v1')
export class RemindersController {
  constructor(
    private readonly remindersOn: RemindersOn,
    private readonly findPreference: FindReminderPreference,
    private readonly setPreference: SetReminderPreference,
  ) {}

  @Get('reminders')
  @Allow('staff')
  @ApiOperation({ summary: 'What was and will be sent when: of one’s own authorities; for administrators of all' })
  @ApiPage(ReminderDto)
  async list(
    @Query() query: RemindersQuery,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, request, await this.remindersOn.run(actor, query, query));
  }

  @Get('people/:id/reminders')
  @Allow('signed-in')
  @ApiOperation({ summary: 'When somebody is reminded: for administrators, and everybody themselves' })
  @ApiOkResponse({ type: ReminderPreferenceDto })
  async preference(@IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<ReminderPreferenceDto> {
    return toPreferenceDto(await this.findPreference.run(actor, id));
  }

  @Put('people/:id/reminders')
  @Allow('signed-in')
  @ApiOperation({ summary: 'Choose when to be reminded; the first time without If-Match' })
  @ApiOkResponse({ type: ReminderPreferenceDto })
  async choose(
    @IdParam('id') id: string,
    @IfMatchVersionIfAny() version: number | undefined,
    @Body() body: ReminderPreferenceBodyDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReminderPreferenceDto> {
    return toPreferenceDto(await this.setPreference.run(actor, id, version, { ...body }));
  }
}

function toPreferenceDto({ leads, unit, about, frequency, version, stoppedAt }: ReminderPreference): ReminderPreferenceDto {
  return { leads: [...leads], unit, about, frequency, version, stopped: stoppedAt !== null };
}
