import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DeleteFeed } from '@app/calendar/delete-feed.js';
import { RotateFeed } from '@app/calendar/rotate-feed.js';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { feedAddresses } from '../../api/feeds/feed-address.js';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { Settings } from '../../edge/settings.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { paths } from '../frame/paths.js';
import { feedConfirmView } from './feed-confirm.view.js';
import type { FeedConfirmModel } from './feeds.model.js';
import { FeedsPage } from './feeds.page.js';
import { feedsView } from './feeds.view.js';

/** Renewing and removing a subscription: a link leads to a question, its form acts. */
@ApiExcludeController()
@Allow('staff')
@Controller('calendar/:id')
export class FeedStepsController {
  constructor(
    private readonly frames: Frames,
    private readonly page: FeedsPage,
    private readonly rotateFeed: RotateFeed,
    private readonly deleteFeed: DeleteFeed,
    private readonly settings: Settings,
  ) {}

  @Get('renewal')
  askRenewal(
    @IdParam('id') id: string,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    return this.ask('renew', id, actor, request, response);
  }

  @Get('removal')
  askRemoval(
    @IdParam('id') id: string,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    return this.ask('remove', id, actor, request, response);
  }

  @Post('renewal')
  async renew(
    @IdParam('id') id: string,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const { authority } = await this.page.own(actor, id, frame.locale);
    const { token } = await this.rotateFeed.run(actor, id);
    const created = { ...feedAddresses(this.settings.baseUrl, token, authority.name), renewed: true };
    response.set('Cache-Control', 'no-store');
    renderPage(response, feedsView(frame, await this.page.model(actor, authority, frame.locale, { created })));
  }

  @Post('removal')
  async remove(
    @IdParam('id') id: string,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    await this.page.own(actor, id, this.frames.of(request).locale);
    await this.deleteFeed.run(actor, id);
    response.redirect(303, `${paths.calendar}?done=removed`);
  }

  private async ask(
    action: FeedConfirmModel['action'],
    id: string,
    actor: SignedInPerson,
    request: AppRequest,
    response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const { subject, authority } = await this.page.own(actor, id, frame.locale);
    renderPage(response, feedConfirmView(frame, { action, authorityName: authority.name, feed: { ...subject, id } }));
  }
}
