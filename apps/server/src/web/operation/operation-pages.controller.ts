import type { Actor } from '@app/kernel/actor.js';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { OperationPage } from './operation.page.js';
import { operationView } from './operation.view.js';

@ApiExcludeController()
@Allow('admin')
@Controller('operation')
export class OperationPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: OperationPage,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const frame = this.frames.of(request);
    renderPage(response, operationView(frame, await this.page.model(actor, frame.locale)));
  }
}
