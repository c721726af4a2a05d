import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { PutFact } from '@app/authorities/put-fact.js';
import { RemoveFact } from '@app/authorities/remove-fact.js';
import type { FactValue } from '@app/eligibility/applicant.js';
import { mayEdit } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { factFieldId, factId, paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import type { AuthorityModel } from './authority.model.js';
import { AuthorityPage } from './authority.page.js';
import { authorityView } from './authority.view.js';
import { type FactForm, factValueOf, readFactForm } from './fact-form.js';

const LONGEST_NAME = 100;

/** What is known about an authority and what follows from it: staff for their own, editors and administrators for any (`?key=`). */
@ApiExcludeController()
@Controller('authority')
export class AuthorityPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: AuthorityPage,
    private readonly putFact: PutFact,
    private readonly removeFact: RemoveFact,
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
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
    if (form.name === '' || form.name.length > LONGEST_NAME) throw new DomainError('invalid', {}, [{ pointer: '/name', code: 'too-long' }]);
    const frame = this.frames.of(request);
    const model = await this.page.model(actor, form.key, frame.locale);
    const read = factValueOf(form.value, model.facts.find(({ name }) => name === form.name)?.type ?? 'text');
    if ('fault' in read) return renderPage(response, authorityView(frame, withFault(model, form, read.fault, frame.locale)), 422);
    await this.store(actor, form, read.value);
    response.redirect(303, `${paths.authority}?saved=yes#${factId(form.name)}`);
  }

  /** Nothing entered takes back what was there; where nothing was, nothing happens. */
  private async store(actor: SignedInPerson, form: FactForm, value: FactValue | undefined): Promise<void> {
    const { key, name, source, version } = form;
    if (value === undefined) {
      if (version !== undefined) await this.removeFact.run(actor, key, name, version);
      return;
    }
    const zone = (await this.index.current()).authority(key)?.zone;
    if (zone === undefined) throw new DomainError('not-found');
    await this.putFact.run(actor, key, name, { value, source, asOf: dayAt(this.clock.now(), zone).toString() }, version);
  }
}

/** Of others than their own authorities, staff see nothing: 404. */
function keyFor(actor: SignedInPerson, key: string | undefined): string {
  if (key === undefined || !(mayEdit(actor) || actor.authorities.some((own) => own.key === key))) throw new DomainError('not-found');
  return key;
}

/** The page again, with what was entered and what is wrong with it. */
function withFault(model: AuthorityModel, form: FactForm, fault: string, locale: 'de' | 'en'): AuthorityModel {
  const words = texts(locale).authority.faults;
  const entered = { value: form.value, source: form.source };
  return {
    ...model,
    facts: model.facts.map((fact) => (fact.name === form.name ? { ...fact, entered } : fact)),
    errors: { [factFieldId(form.name)]: words[fault]?.(form.value) ?? fault },
  };
}
