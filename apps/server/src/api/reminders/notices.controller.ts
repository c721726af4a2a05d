import type { Actor } from '@app/kernel/actor.js';
import { NoticesOn } from '@app/reminders/notices/notices-on.query.js';
import { ForeseeUnheard } from '@app/reminders/unheard/foresee-unheard.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { pageOf } from '../../edge/paging/page-of.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { ForeseenNoticeDto, ForeseenNoticesQuery, NoticeDto } from './notice.dto.js';
import { RemindersQuery } from './reminder.dto.js';

/** What is told by mail beside reminders. */
@ApiTags('reminders')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(
    private readonly noticesOn: NoticesOn,
    private readonly foreseeUnheard: ForeseeUnheard,
  ) {}

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

  @Get('foreseen')
  @Allow('admin')
  @ApiOperation({
    summary: 'Who will hear on a day that nobody has taken up a call, unless somebody does so until then; for administrators',
  })
  @ApiPage(ForeseenNoticeDto)
  async foreseen(
    @Query() query: ForeseenNoticesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    const found = await this.foreseeUnheard.run(actor, Temporal.PlainDate.from(query.on));
    const keyOf = ({ dueAt, recipient, authority, call }: ForeseenNoticeDto) => [dueAt, authority.key, call.id, recipient.id].join(' ');
    return sendPage(response, request, pageOf(found, keyOf, query));
  }
}
