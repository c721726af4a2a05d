import type { Actor } from '@app/kernel/actor.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { LedgerPage } from './ledger.page.js';
import { ledgerView } from './ledger.view.js';

/** What goes out on any day, for administrators. */
@ApiExcludeController()
@Allow('admin')
@Controller('operation/reminders')
export class LedgerPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: LedgerPage,
  ) {}

  @Get()
  async show(
    @Query() asked: Record<string, unknown>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const model = await this.page.model(actor, asked, frame.locale);
    renderPage(response, ledgerView(frame, model), model.wrongDay === undefined ? 200 : 422);
  }
}
