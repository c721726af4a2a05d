import type { Actor } from '@app/kernel/actor.js';
import { NoticesOn } from '@app/reminders/notices/notices-on.query.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { NoticeDto } from './notice.dto.js';
import { RemindersQuery } from './reminder.dto.js';

/** What is told by mail beside reminders. */
@ApiTags('reminders')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(private readonly noticesOn: NoticesOn) {}

  @Get()
  @Allow('staff')
  @ApiOperation({ summary: 'What was and will be told beside reminders, and when: of one’s own authorities; for administrators of all' })
  @ApiPage(NoticeDto)
  async list(
    @Query() query: RemindersQuery,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, request, await this.noticesOn.run(actor, query, query));
  }
}
