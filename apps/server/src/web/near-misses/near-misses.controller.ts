import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { NearMissesPage } from './near-misses.page.js';
import { nearMissesView } from './near-misses.view.js';

/** For staff: what their authority misses by a number alone. */
@ApiExcludeController()
@Controller('near-misses')
export class NearMissesController {
  constructor(
    private readonly frames: Frames,
    private readonly index: MatchingIndex,
    private readonly page: NearMissesPage,
  ) {}

  @Get()
  @Allow('staff')
  async show(@Query() { status }: Record<string, unknown>, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const key = activeAuthority(request)?.key;
    const state = await this.index.current();
    const authority = key === undefined ? undefined : state.authority(key);
    if (!authority) throw new DomainError('not-found');
    const frame = this.frames.of(request);
    renderPage(
      response,
      nearMissesView(frame, await this.page.model(state, authority, { locale: frame.locale, withClosed: status === 'all' })),
    );
  }
}
