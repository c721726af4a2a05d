import { writeAtom } from '@app/calendar/atom.js';
import type { NewsChannel } from '@app/calendar/news-channel.js';
import { ReadNews } from '@app/calendar/read-news.js';
import { writeRss } from '@app/calendar/rss.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow } from '../edge/access/allow.decorator.js';
import { Refuses } from '../edge/openapi/refuses.decorator.js';
import { ApiFeed } from './api-feed.decorator.js';
import { sendFeed } from './feed-response.js';
import { NewsQuery } from './news.query.dto.js';

/** New, changed and withdrawn calls for news readers: at most 100, the newest change first. */
@ApiTags('feeds')
@Controller('feeds')
@Allow('everyone')
export class NewsFilesController {
  constructor(private readonly readNews: ReadNews) {}

  @Get('open-calls.atom')
  @ApiFeed('application/atom+xml')
  @ApiOperation({ summary: 'New, changed and withdrawn calls as Atom' })
  @Refuses('unknown-authority')
  async atom(@Query() query: NewsQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const body = writeAtom(await this.channel('open-calls.atom', query));
    sendFeed(request, response, { type: 'application/atom+xml', name: 'foerdertakt.atom', body });
  }

  @Get('open-calls.rss')
  @ApiFeed('application/rss+xml')
  @ApiOperation({ summary: 'New, changed and withdrawn calls as RSS' })
  @Refuses('unknown-authority')
  async rss(@Query() query: NewsQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const body = writeRss(await this.channel('open-calls.rss', query));
    sendFeed(request, response, { type: 'application/rss+xml', name: 'foerdertakt.rss', body });
  }

  /** Only what was asked for: the filters become part of the channel's id. */
  private channel(file: string, { lang = 'de', state, topic, authority }: NewsQuery): Promise<NewsChannel> {
    const filter = { ...(state && { state }), ...(topic && { topic }), ...(authority && { authority }) };
    return this.readNews.run(file, filter, lang);
  }
}
