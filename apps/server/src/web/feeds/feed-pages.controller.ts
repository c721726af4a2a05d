import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { CreateFeed } from '@app/calendar/create-feed.js';
import { FEED_SCOPES } from '@app/calendar/feed.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isLocale } from '@app/kernel/locale.js';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { feedAddresses } from '../../api/feeds/feed-address.js';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { Settings } from '../../edge/settings.js';
import { FeedsPage } from './feeds.page.js';
import { feedsView } from './feeds.view.js';

/** The calendar subscriptions of the authority that a person acts for. */
@ApiExcludeController()
@Allow('staff')
@Controller('calendar')
export class FeedPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: FeedsPage,
    private readonly createFeed: CreateFeed,
    private readonly settings: Settings,
  ) {}

  @Get()
  async list(
    @Query('removed') removed: unknown,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const model = await this.page.model(actor, authorityOf(request), { removed: removed === 'yes' });
    renderPage(response, feedsView(this.frames.of(request), model));
  }

  /** Answers with the page itself: the address is shown this once and must not be kept anywhere. */
  @Post()
  async create(
    @Body() { scope, language }: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const authority = authorityOf(request);
    const wanted = FEED_SCOPES.find((known) => known === scope);
    if (!wanted || !isLocale(language))
      throw new DomainError('invalid', {}, [{ pointer: wanted ? '/language' : '/scope', code: 'not-one-of' }]);
    const { token } = await this.createFeed.run(actor, authority.id, { scope: wanted, name: null, language, options: {} });
    const created = feedAddresses(this.settings.baseUrl, token, authority.name);
    response.set('Cache-Control', 'no-store');
    renderPage(response, feedsView(this.frames.of(request), await this.page.model(actor, authority, { created })));
  }
}

/** Subscriptions belong to an authority: who has none has no such page. */
function authorityOf(request: AppRequest): SignedInPerson['authorities'][number] {
  const authority = activeAuthority(request);
  if (!authority) throw new DomainError('not-found');
  return authority;
}
