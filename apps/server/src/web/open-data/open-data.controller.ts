import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { OpenDataPage } from './open-data.page.js';
import { openDataView } from './open-data.view.js';

/** For everybody: the catalogue to take along. */
@ApiExcludeController()
@Controller('open-data')
@Allow('everyone')
export class OpenDataController {
  constructor(
    private readonly frames: Frames,
    private readonly page: OpenDataPage,
  ) {}

  @Get()
  async show(@Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const frame = await this.frames.of(request);
    renderPage(response, openDataView(frame, await this.page.model(frame.locale)));
  }
}
