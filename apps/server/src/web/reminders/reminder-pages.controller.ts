import type { MemberOf, SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import { readReminderForm, toReminderSettings } from './reminder-form.js';
import { RemindersPage } from './reminders.page.js';
import { reminderErrors, remindersView } from './reminders.view.js';
import { SaveReminders } from './save-reminders.js';

/** A person's own reminders. */
@ApiExcludeController()
@Allow('staff')
@Controller('reminders')
export class ReminderPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: RemindersPage,
    private readonly saveReminders: SaveReminders,
  ) {}

  @Get()
  async show(
    @Query() { saved, test }: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const model = await this.page.model(actor, authorityOf(request), frame.locale);
    renderPage(response, remindersView(frame, { ...model, saved: saved === 'yes', test: await this.page.testOf(actor, test) }));
  }

  @Post()
  async save(
    @Body() body: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const authority = authorityOf(request);
    const form = readReminderForm(body);
    const read = toReminderSettings(form);
    if ('settings' in read) {
      await this.saveReminders.run(actor, read.settings);
      return response.redirect(303, `${paths.reminders}?saved=yes`);
    }
    const frame = this.frames.of(request);
    const errors = reminderErrors(texts(frame.locale), read.faults);
    renderPage(response, remindersView(frame, await this.page.model(actor, authority, frame.locale, { form, errors })), 422);
  }
}

/** Reminders are of an authority's calls: who has none has no such page. */
function authorityOf(request: AppRequest): MemberOf {
  const authority = activeAuthority(request);
  if (!authority) throw new DomainError('not-found');
  return authority;
}
