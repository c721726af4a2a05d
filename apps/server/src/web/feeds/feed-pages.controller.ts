import type { MemberOf, SignedInPerson } from '@app/accounts/signed-in-person.js';
import { CreateFeed } from '@app/calendar/create-feed.js';
import { DomainError } from '@app/kernel/domain-error.js';
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
import { texts } from '../texts/texts.js';
import { type FeedFault, type FeedForm, readFeedForm, toFeedSettings, toFeedSubject } from './feed-form.js';
import { feedErrors } from './feed-words.js';
import type { FeedsModel } from './feeds.model.js';
import { FeedsPage } from './feeds.page.js';
import { feedsView } from './feeds.view.js';

type Made = Pick<FeedsModel, 'created'> | { readonly faults: Readonly<Record<string, FeedFault>> };

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
    @Query() { done, call, search }: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const model = await this.page.model(actor, authorityOf(request), frame.locale, {
      ...((done === 'changed' || done === 'removed') && { done }),
      ...(typeof call === 'string' && { call, what: `call:${call}` }),
      ...(typeof search === 'string' && { what: `search:${search}` }),
    });
    renderPage(response, feedsView(frame, model));
  }

  /** Answers with the page itself: the address is shown this once and must not be kept anywhere. */
  @Post()
  async create(
    @Body() body: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const authority = authorityOf(request);
    const frame = this.frames.of(request);
    const form = readFeedForm(body, frame.locale);
    const made = await this.make(actor, authority, form);
    const shown = 'faults' in made ? { form, errors: feedErrors(texts(frame.locale), made.faults) } : made;
    const { callId } = toFeedSubject(form.what) ?? {};
    const model = await this.page.model(actor, authority, frame.locale, { ...shown, ...(callId && { call: callId }) });
    response.set('Cache-Control', 'no-store');
    renderPage(response, feedsView(frame, model), 'faults' in made ? 422 : 200);
  }

  private async make(actor: SignedInPerson, authority: MemberOf, form: FeedForm): Promise<Made> {
    const subject = toFeedSubject(form.what);
    const read = toFeedSettings(form);
    if (!subject || 'faults' in read) return { faults: { ...(!subject && { scope: 'not-one-of' }), ...faultsOf(read) } };
    try {
      const { token } = await this.createFeed.run(actor, authority.id, { ...subject, ...read.settings });
      return { created: feedAddresses(this.settings.baseUrl, token, authority.name) };
    } catch (error) {
      // a call or a search that is not there, or no more
      if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
      return { faults: { scope: 'not-one-of' } };
    }
  }
}

function faultsOf(read: ReturnType<typeof toFeedSettings>): Record<string, FeedFault> {
  return 'faults' in read ? read.faults : {};
}

/** Subscriptions belong to an authority: who has none has no such page. */
function authorityOf(request: AppRequest): SignedInPerson['authorities'][number] {
  const authority = activeAuthority(request);
  if (!authority) throw new DomainError('not-found');
  return authority;
}
