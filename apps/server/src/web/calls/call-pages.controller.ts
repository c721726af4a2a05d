import type { Actor } from '@app/kernel/actor.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { CallPage } from './call.page.js';
import { callView } from './call.view.js';
import { readAuthorityFilter } from './call-authorities.model.js';
import { CallAuthoritiesPage } from './call-authorities.page.js';
import { callAuthoritiesView } from './call-authorities.view.js';
import { readCallFilter } from './call-filter.js';
import { CallsPage } from './calls.page.js';
import { callsView } from './calls.view.js';

type Asked = Record<string, unknown>;

/** The calls as pages: for everybody, and for staff with what holds for their authority. */
@ApiExcludeController()
@Allow('everyone')
@Controller('calls')
export class CallPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly index: MatchingIndex,
    private readonly callsPage: CallsPage,
    private readonly callPage: CallPage,
    private readonly authoritiesPage: CallAuthoritiesPage,
  ) {}

  @Get()
  async list(@Query() query: Asked, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const frame = await this.frames.of(request);
    const key = activeAuthority(request)?.key;
    const authority = key === undefined ? undefined : (await this.index.current()).authority(key);
    renderPage(response, callsView(frame, await this.callsPage.model(readCallFilter(query), frame.locale, authority)));
  }

  @Get(':id')
  async one(
    @IdParam('id') id: string,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = await this.frames.of(request);
    const model = await this.callPage.model(id, actor, frame.locale, activeAuthority(request)?.key);
    const error = (['invalid', 'stale'] as const).find((each) => each === request.query.plan);
    renderPage(response, callView(frame, { ...model, ...(model.plan && error && { plan: { ...model.plan, error } }) }));
  }

  @Get(':id/authorities')
  async authorities(
    @IdParam('id') id: string,
    @Query() query: Asked,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = await this.frames.of(request);
    renderPage(response, callAuthoritiesView(frame, await this.authoritiesPage.model(id, readAuthorityFilter(query), actor, frame.locale)));
  }
}
