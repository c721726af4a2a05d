import { DomainError } from '@app/kernel/domain-error.js';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow } from '../edge/access/allow.decorator.js';
import { Refuses } from '../edge/openapi/refuses.decorator.js';
import { ApiFeed } from './api-feed.decorator.js';
import { FeedFiles } from './feed-files.js';

const LANGUAGE = { name: 'lang', enum: ['de', 'en'], required: false, description: 'By default German' };

/** Describes what calendar programs fetch. The answers come from FeedFiles, which sees the requests before Nest does. */
@ApiTags('feeds')
@Controller('feeds')
@Allow('everyone')
export class FeedFilesController {
  constructor(private readonly files: FeedFiles) {}

  @Get('open-calls.ics')
  @ApiOperation({ summary: 'Every published call' })
  @ApiQuery(LANGUAGE)
  @ApiFeed('text/calendar')
  @Refuses('unavailable')
  openCalls(@Req() request: Request, @Res() response: Response): void {
    this.answer(request, response);
  }

  @Get('calls/:id.ics')
  @ApiOperation({ summary: 'One published call' })
  @ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } })
  @ApiQuery(LANGUAGE)
  @ApiFeed('text/calendar')
  @Refuses('not-found', 'unavailable')
  oneCall(@Req() request: Request, @Res() response: Response): void {
    this.answer(request, response);
  }

  @Get(':token/:name.ics')
  @ApiOperation({ summary: 'The subscription behind a token; the name at the end is for people' })
  @ApiParam({ name: 'token', schema: { type: 'string' } })
  @ApiParam({ name: 'name', schema: { type: 'string' } })
  @ApiFeed('text/calendar')
  @Refuses('not-found', 'gone', 'too-many-requests', 'unavailable')
  subscription(@Req() request: Request, @Res() response: Response): void {
    this.answer(request, response);
  }

  /** Only what FeedFiles does not take for an address of its own comes this far. */
  private answer(request: Request, response: Response): void {
    if (!this.files.answer(request, response)) throw new DomainError('not-found');
  }
}
