import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { mayEdit } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { factDayFieldId, factFieldId, paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import type { AuthorityModel } from './authority.model.js';
import { AuthorityPage } from './authority.page.js';
import { authorityView } from './authority.view.js';
import { EnterFact, type FactFault } from './enter-fact.js';
import { type FactForm, readFactForm } from './fact-form.js';

const LONGEST_NAME = 100;

/** What is known about an authority and what follows from it: staff for their own, editors and administrators for any (`?key=`). */
@ApiExcludeController()
@Controller('authority')
export class AuthorityPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: AuthorityPage,
    private readonly enterFact: EnterFact,
  ) {}

  @Get()
  @Allow('staff', 'editor')
  async show(
    @Query() { key, saved }: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const shown = keyFor(actor, typeof key === 'string' ? key : activeAuthority(request)?.key);
    const model = await this.page.model(actor, shown, frame.locale);
    renderPage(response, authorityView(frame, { ...model, saved: saved === 'yes' }));
  }

  /** The form's own address, should somebody open it or change the language of a form that came back. */
  @Get('facts')
  @Allow('staff', 'editor')
  facts(@Res() response: Response): void {
    response.redirect(303, paths.authority);
  }

  @Post('facts')
  @Allow('staff')
  async enter(
    @Body() body: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const form = readFactForm(body);
    if (!actor.authorities.some(({ key }) => key === form.key)) throw new DomainError('not-found');
    if (form.name === '' || form.name.length > LONGEST_NAME)
      throw new DomainError('invalid', {}, [{ pointer: '/name', code: 'too-long', params: { most: LONGEST_NAME } }]);
    const read = await this.enterFact.read(form);
    if ('fault' in read) return this.showFault(actor, form, read, request, response);
    await this.enterFact.run(actor, form, read);
    const isOnlyOne = actor.authorities.length === 1;
    response.redirect(303, isOnlyOne ? `${paths.authority}?saved=yes` : `${paths.authorityOf(form.key)}&saved=yes`);
  }

  private async showFault(actor: SignedInPerson, form: FactForm, fault: FactFault, request: AppRequest, response: Response): Promise<void> {
    const frame = this.frames.of(request);
    const model = await this.page.model(actor, form.key, frame.locale);
    renderPage(response, authorityView(frame, withFault(model, form, fault, frame.locale)), 422);
  }
}

/** Of others than their own authorities, staff see nothing: 404. */
function keyFor(actor: SignedInPerson, key: string | undefined): string {
  if (key === undefined || !(mayEdit(actor) || actor.authorities.some((own) => own.key === key))) throw new DomainError('not-found');
  return key;
}

/** The page again, with what was entered and what is wrong with it. */
function withFault(model: AuthorityModel, form: FactForm, { fault, field }: FactFault, locale: Locale): AuthorityModel {
  const words = texts(locale).authority.faults;
  const entered = { value: form.value, asOf: form.asOf, source: form.source };
  const id = field === 'asOf' ? factDayFieldId(form.name) : factFieldId(form.name);
  return {
    ...model,
    facts: model.facts.map((fact) => (fact.name === form.name ? { ...fact, entered } : fact)),
    errors: { [id]: words[fault]?.(form[field]) ?? fault },
  };
}
