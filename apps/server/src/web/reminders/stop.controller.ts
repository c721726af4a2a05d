import { StopLetters } from '@app/reminders/stop-letters.js';
import { Controller, Get, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { NoFilesInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { WithoutCsrf } from '../../edge/access/without-csrf.decorator.js';
import { FORM_LIMITS, StopPage } from './stop-page.js';

/** Stopping the letters by the address in each of them. */
@ApiExcludeController()
@Allow('everyone')
@Controller('reminders/stop/:token')
export class StopController {
  constructor(
    private readonly page: StopPage,
    private readonly stoppable: StopLetters,
  ) {}

  @Get()
  ask(@Param('token') token: string, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    return this.page.ask(this.stoppable, token, request, response);
  }

  @Post()
  @WithoutCsrf()
  @UseInterceptors(NoFilesInterceptor({ limits: FORM_LIMITS }))
  act(@Param('token') token: string, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    return this.page.act(this.stoppable, token, request, response);
  }
}
