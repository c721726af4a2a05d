import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { ChangeFeed } from '@app/calendar/change-feed.js';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import { feedEditView } from './feed-edit.view.js';
import { fromFeedSettings, readFeedForm, toFeedSettings } from './feed-form.js';
import { feedErrors } from './feed-words.js';
import type { FeedEditModel } from './feeds.model.js';
import { FeedsPage, type OwnFeed } from './feeds.page.js';

/** Name, language and options of a subscription, under the same address. */
@ApiExcludeController()
@Allow('staff')
@Controller('calendar/:id')
export class FeedEditController {
  constructor(
    private readonly frames: Frames,
    private readonly page: FeedsPage,
    private readonly changeFeed: ChangeFeed,
  ) {}

  @Get()
  async show(
    @IdParam('id') id: string,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const own = await this.page.own(actor, id, frame.locale);
    renderPage(response, feedEditView(frame, modelOf(own, { form: fromFeedSettings(own.feed), errors: {} })));
  }

  @Post()
  async change(
    @IdParam('id') id: string,
    @Body() body: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const own = await this.page.own(actor, id, frame.locale);
    const form = readFeedForm(body, own.feed.language);
    const read = toFeedSettings(form, own.feed.options);
    if ('settings' in read) {
      await this.changeFeed.run(actor, id, read.settings, Number(body.version));
      return response.redirect(303, `${paths.calendar}?done=changed`);
    }
    const errors = feedErrors(texts(frame.locale), read.faults);
    renderPage(response, feedEditView(frame, modelOf(own, { form, errors })), 422);
  }
}

function modelOf({ feed, authority, subject }: OwnFeed, entered: Pick<FeedEditModel, 'form' | 'errors'>): FeedEditModel {
  return { authorityName: authority.name, feed: { ...subject, id: feed.id, version: feed.version }, ...entered };
}
