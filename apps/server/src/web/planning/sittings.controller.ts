import type { SittingKind } from '@app/deadlines/planning/sitting.js';
import { MOST_CALENDAR_BYTES } from '@app/ical/calendar-file.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { AddSittingDay } from '@app/tracking/planning/add-sitting-day.js';
import { ImportSittingDays } from '@app/tracking/planning/import-sitting-days.js';
import { PutLeadSteps } from '@app/tracking/planning/put-lead-steps.js';
import { RemoveSittingDay } from '@app/tracking/planning/remove-sitting-day.js';
import { Body, Controller, Get, Post, Query, Req, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { UploadForm } from '../../edge/access/upload-form.decorator.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { FaultBook, type Body as Form, faultTexts, textOf } from '../editor/form-reading.js';
import { readDayEntry } from '../editor/read-entries.js';
import { paths } from '../frame/paths.js';
import type { FieldErrors } from '../pieces/form-values.js';
import { texts } from '../texts/texts.js';
import type { SittingsModel } from './sittings.model.js';
import { SittingsPage } from './sittings.page.js';
import { sittingsView } from './sittings.view.js';
import { readStepRows, toSteps } from './steps-form.js';

interface Exchange {
  readonly actor: Actor;
  readonly request: AppRequest;
  readonly response: Response;
}

/** Sitting days and lead steps of the reader's authority; administrators of any (`?key=`). */
@ApiExcludeController()
@Controller('authority')
@Allow('staff')
export class SittingPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: SittingsPage,
    private readonly addSitting: AddSittingDay,
    private readonly removeSitting: RemoveSittingDay,
    private readonly importDays: ImportSittingDays,
    private readonly putSteps: PutLeadSteps,
  ) {}

  @Get('sittings')
  async show(@Query() { key, saved }: Form, @CurrentActor() actor: Actor, @Req() request: AppRequest, @Res() response: Response) {
    const shown = typeof key === 'string' ? key : activeAuthority(request)?.key;
    if (shown === undefined) throw new DomainError('not-found');
    const happened = (['sitting', 'removed', 'steps'] as const).find((each) => each === saved);
    await this.render({ actor, request, response }, shown, { saved: happened });
  }

  /** Addresses of forms, should somebody open them or change the language of one that came back. */
  @Get(['sittings/imports', 'lead-steps'])
  back(@Res() response: Response): void {
    response.redirect(303, paths.sittings);
  }

  @Post('sittings')
  async add(@Body() body: Form, @CurrentActor() actor: Actor, @Req() request: AppRequest, @Res() response: Response) {
    const key = textOf(body, 'key');
    const { locale } = this.frames.of(request);
    const entry = { day: textOf(body, 'day'), kind: textOf(body, 'kind'), name: textOf(body, 'name') };
    const book = new FaultBook();
    const day = entry.day === '' ? book.add('day', 'required') : readDayEntry(book, 'day', entry.day);
    if (entry.name === '') book.add('name', 'required');
    const back = (errors: FieldErrors) => this.render({ actor, request, response }, key, { entry, errors }, 422);
    if (day === undefined || !book.isEmpty) return back(faultTexts(book.faults, locale));
    try {
      await this.addSitting.run(actor, key, { kind: entry.kind as SittingKind, name: entry.name, day });
    } catch (error) {
      return back(errorsOf(error, locale));
    }
    response.redirect(303, here(key, 'sitting'));
  }

  @Post('sittings/imports')
  @UploadForm('file', MOST_CALENDAR_BYTES)
  async import(
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Body() body: Form,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ) {
    const key = textOf(body, 'key');
    const { locale } = this.frames.of(request);
    const exchange = { actor, request, response };
    if (!file || file.buffer.length === 0) return this.render(exchange, key, { errors: { file: texts(locale).planning.fileMissing } }, 422);
    const kind = (['council', 'committee'] as const).find((each) => each === body.kind);
    try {
      const imported = await this.importDays.run(actor, key, { content: file.buffer, ...(kind && { kind }) });
      return this.render(exchange, key, { imported });
    } catch (error) {
      return this.render(exchange, key, { errors: errorsOf(error, locale) }, 422);
    }
  }

  @Post('sittings/:id/removal')
  async remove(@IdParam('id') id: string, @Body() body: Form, @CurrentActor() actor: Actor, @Res() response: Response) {
    const key = textOf(body, 'key');
    await this.removeSitting.run(actor, key, id, Number(textOf(body, 'version')));
    response.redirect(303, here(key, 'removed'));
  }

  @Post('lead-steps')
  async steps(@Body() body: Form, @CurrentActor() actor: Actor, @Req() request: AppRequest, @Res() response: Response) {
    const key = textOf(body, 'key');
    const { locale } = this.frames.of(request);
    const rows = readStepRows(body);
    const stored = await this.page.storedSteps(actor, key);
    const back = (errors: FieldErrors, version: number) =>
      this.render({ actor, request, response }, key, { errors }, 422, { rows, version });
    const read = toSteps(rows, stored.steps, locale);
    const version = Number(textOf(body, 'version'));
    if ('faults' in read) return back(faultTexts(read.faults, locale), version);
    try {
      await this.putSteps.run(actor, key, read.steps, version);
    } catch (error) {
      const isStale = error instanceof DomainError && error.code === 'stale';
      return isStale ? back({ '': texts(locale).territories.overtaken }, stored.version) : back(errorsOf(error, locale), version);
    }
    response.redirect(303, here(key, 'steps'));
  }

  private async render(
    { actor, request, response }: Exchange,
    key: string,
    more: Partial<SittingsModel>,
    status = 200,
    steps: Partial<SittingsModel['steps']> = {},
  ): Promise<void> {
    const frame = this.frames.of(request);
    const model = await this.page.model(actor, key, frame.locale);
    response.set('Cache-Control', 'no-store');
    renderPage(response, sittingsView(frame, { ...model, ...more, steps: { ...model.steps, ...steps } }), status);
  }
}

function here(key: string, saved: string): string {
  return `${paths.sittings}?key=${encodeURIComponent(key)}&saved=${saved}`;
}

/** Faults of what was entered, by field ("/steps/0/from/step" → "steps.0.from"); anything else is no matter of the form. */
function errorsOf(error: unknown, locale: Locale): FieldErrors {
  if (!(error instanceof DomainError) || !['invalid', 'conflict', 'too-large'].includes(error.code)) throw error;
  if (error.code === 'too-large') return { file: texts(locale).planning.fileTooLarge };
  return Object.fromEntries(error.faults.map((fault) => [fieldOf(fault.pointer), faultDetail(fault, locale)]));
}

function fieldOf(pointer: string): string {
  const [first = '', at, field] = pointer.slice(1).split('/');
  return first === 'steps' && at !== undefined ? `steps.${at}.${field}` : first;
}
