import { NoteFetch } from '@app/calendar/note-fetch.js';
import { ReadFeed } from '@app/calendar/read-feed.js';
import { isLocale } from '@app/kernel/locale.js';
import { Controller, Get, Logger, Param, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow } from '../edge/access/allow.decorator.js';
import { sendCalendar } from './feed-response.js';

/** What calendar programs fetch. An error is an error (503, 404, 410), never an empty calendar, so that programs keep their copy. */
@ApiTags('feeds')
@Controller('feeds')
@Allow('everyone')
export class FeedFilesController {
  private readonly logger = new Logger('Feeds');

  constructor(
    private readonly readFeed: ReadFeed,
    private readonly noteFetch: NoteFetch,
  ) {}

  /** Every published call. */
  @Get('open-calls.ics')
  @ApiProduces('text/calendar')
  async openCalls(@Query('lang') language: string | undefined, @Req() request: Request, @Res() response: Response): Promise<void> {
    sendCalendar(request, response, await this.readFeed.openCalls(isLocale(language) ? language : 'de'));
  }

  /** The subscription behind a token; the name at the end is for people. */
  @Get(':token/:name.ics')
  @ApiProduces('text/calendar')
  async subscription(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { feedId, ics } = await this.readFeed.byToken(token);
    sendCalendar(request, response, ics);
    this.noteFetch.run(feedId, request.headers['user-agent']).catch((error: Error) => {
      this.logger.warn({ message: 'A fetch could not be noted', reason: error.message });
    });
  }
}
