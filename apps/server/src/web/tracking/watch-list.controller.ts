import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { WatchListPage } from './watch-list.page.js';
import { watchListView } from './watch-list.view.js';

/** For staff: what they and their colleagues follow for the authority that they act for. */
@ApiExcludeController()
@Controller('watch-list')
@Allow('staff')
export class WatchListController {
  constructor(
    private readonly frames: Frames,
    private readonly index: MatchingIndex,
    private readonly page: WatchListPage,
  ) {}

  @Get()
  async show(
    @Query() { removed }: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const key = activeAuthority(request)?.key;
    const authority = key === undefined ? undefined : (await this.index.current()).authority(key);
    if (!authority) throw new DomainError('not-found');
    const frame = this.frames.of(request);
    const model = await this.page.model(actor, authority, frame.locale);
    renderPage(response, watchListView(frame, { ...model, removed: removed === 'yes' }));
  }
}
