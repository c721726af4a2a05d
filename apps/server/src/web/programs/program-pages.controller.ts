import type { Actor } from '@app/kernel/actor.js';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ProgramPage } from './program.page.js';
import { programView } from './program.view.js';

/** A programme with its rounds, for everybody. */
@ApiExcludeController()
@Allow('everyone')
@Controller('programs')
export class ProgramPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: ProgramPage,
  ) {}

  @Get(':id')
  async one(
    @IdParam('id') id: string,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = await this.frames.of(request);
    renderPage(response, programView(frame, await this.page.model(id, actor, frame.locale, activeAuthority(request)?.key)));
  }
}
