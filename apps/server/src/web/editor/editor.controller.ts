import type { Actor } from '@app/kernel/actor.js';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { EditorPage } from './editor.page.js';
import { editorView } from './editor.view.js';

@ApiExcludeController()
@Allow('editor')
@Controller('editor')
export class EditorController {
  constructor(
    private readonly frames: Frames,
    private readonly page: EditorPage,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const frame = this.frames.of(request);
    renderPage(response, editorView(frame, await this.page.model(actor, frame.locale)));
  }
}
