import type { MemberOf, SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import type { Locale } from '@app/kernel/locale.js';
import { EndAbsence } from '@app/tracking/absence/end-absence.js';
import { EnterAbsence } from '@app/tracking/absence/enter-absence.js';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { FaultBook, type Body as Form, faultTexts, isTicked, textOf } from '../editor/form-reading.js';
import { readDayEntry } from '../editor/read-entries.js';
import { paths } from '../frame/paths.js';
import type { FieldErrors } from '../pieces/form-values.js';
import { texts } from '../texts/texts.js';
import type { AbsenceForm } from './absence.model.js';
import { AbsencePage } from './absence.page.js';
import { absenceView } from './absence.view.js';

/** One's own absences from the authority that one acts for at the moment. */
@ApiExcludeController()
@Allow('staff')
@Controller('reminders/absence')
export class AbsenceController {
  constructor(
    private readonly frames: Frames,
    private readonly page: AbsencePage,
    private readonly enterAbsence: EnterAbsence,
    private readonly endAbsence: EndAbsence,
  ) {}

  @Get()
  async show(@Query('saved') saved: unknown, @CurrentActor() actor: SignedInPerson, @Req() request: AppRequest, @Res() response: Response) {
    const model = await this.page.model(actor, authorityOf(request));
    const happened = (['entered', 'ended'] as const).find((each) => each === saved);
    renderPage(response, absenceView(this.frames.of(request), { ...model, ...(happened && { saved: happened }) }));
  }

  @Post()
  async enter(@Body() body: Form, @CurrentActor() actor: SignedInPerson, @Req() request: AppRequest, @Res() response: Response) {
    const authority = authorityOf(request);
    const frame = this.frames.of(request);
    const form = readForm(body);
    const errors = await this.enterOrErrors(actor, authority, form, frame.locale);
    if (!errors) return response.redirect(303, `${paths.absence}?saved=entered`);
    renderPage(response, absenceView(frame, { ...(await this.page.model(actor, authority)), form, errors }), 422);
  }

  /** A second click finds nothing any more, and goes back all the same. */
  @Post(':id/end')
  async end(
    @IdParam('id') id: string,
    @Body() body: Form,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ) {
    await this.endAbsence.run(actor, authorityOf(request).key, id, Number(textOf(body, 'version'))).catch((error: unknown) => {
      if (!(error instanceof DomainError && error.code === 'not-found')) throw error;
    });
    response.redirect(303, `${paths.absence}?saved=ended`);
  }

  private async enterOrErrors(
    actor: SignedInPerson,
    { key }: MemberOf,
    form: AbsenceForm,
    locale: Locale,
  ): Promise<FieldErrors | undefined> {
    const book = new FaultBook();
    const from = form.from === '' ? book.add('from', 'required') : readDayEntry(book, 'from', form.from);
    const until = form.until === '' ? book.add('until', 'required') : readDayEntry(book, 'until', form.until);
    if (!isId(form.deputy)) book.add('deputy', 'required');
    if (from === undefined || until === undefined || !book.isEmpty) return faultTexts(book.faults, locale);
    try {
      await this.enterAbsence.run(actor, key, { ...form, from, until });
      return undefined;
    } catch (error) {
      return errorsOf(error, locale);
    }
  }
}

function readForm(body: Form): AbsenceForm {
  return {
    from: textOf(body, 'from').slice(0, 40),
    until: textOf(body, 'until').slice(0, 40),
    deputy: textOf(body, 'deputy').slice(0, 40),
    alsoToMe: isTicked(body, 'alsoToMe'),
  };
}

function errorsOf(error: unknown, locale: Locale): FieldErrors {
  if (!(error instanceof DomainError) || !['invalid', 'conflict'].includes(error.code)) throw error;
  const words = texts(locale).absence;
  return Object.fromEntries(
    error.faults.map((fault) => {
      const field = fault.pointer.slice(1);
      return [field, words.faults[`${field} ${fault.code}`] ?? faultDetail(fault, locale)];
    }),
  );
}

function authorityOf(request: AppRequest): MemberOf {
  const authority = activeAuthority(request);
  if (!authority) throw new DomainError('not-found');
  return authority;
}
