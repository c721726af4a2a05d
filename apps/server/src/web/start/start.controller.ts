import type { Actor } from '@app/kernel/actor.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { paths } from '../frame/paths.js';
import { StartPage } from './start.page.js';
import { startView } from './start.view.js';

/** The first page: staff see what is due for their authority, everybody else the calls. */
@ApiExcludeController()
@Controller()
export class StartController {
  constructor(
    private readonly frames: Frames,
    private readonly index: MatchingIndex,
    private readonly page: StartPage,
  ) {}

  @Get()
  @Allow('everyone')
  async start(@CurrentActor() actor: Actor | undefined, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const key = activeAuthority(request)?.key;
    const authority = key === undefined ? undefined : (await this.index.current()).authority(key);
    if (!actor || !authority) return response.redirect(303, paths.calls);
    const frame = await this.frames.of(request);
    renderPage(response, startView(frame, await this.page.model(actor, authority, frame.locale)));
  }
}
