import type { CallRecord } from '@app/funding/call-record.js';
import type { Actor } from '@app/kernel/actor.js';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { ReadCallFor } from '../../api/calls/read-call-for.js';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { emptyCallForm } from './call-form.js';
import { CallFormPage, type ShownCallForm } from './call-form.page.js';
import { callFormView } from './call-form.view.js';
import { formOf } from './stored-call.js';
import { SubmitCall } from './submit-call.js';

type Asked = Readonly<Record<string, unknown>>;

/** Entering a call: every button of the form posts to the form's own address. */
@ApiExcludeController()
@Allow('editor')
@Controller('editor/calls')
export class CallFormController {
  constructor(
    private readonly frames: Frames,
    private readonly page: CallFormPage,
    private readonly readCall: ReadCallFor,
    private readonly submitCall: SubmitCall,
  ) {}

  @Get('new')
  async begin(
    @Query() { program }: Asked,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const form = emptyCallForm(typeof program === 'string' ? program : '');
    await this.show({ actor, request, response }, { form, errors: {} });
  }

  @Post('new')
  async create(@Body() body: Asked, @CurrentActor() actor: Actor, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    await this.submit({ actor, request, response }, body);
  }

  @Get(':id')
  async edit(
    @IdParam('id') id: string,
    @Query() { saved }: Asked,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const stored = await this.readCall.run(actor, id);
    const form = formOf(stored, this.frames.of(request).locale);
    await this.show({ actor, request, response }, { stored, form, errors: {}, saved: saved === 'yes' });
  }

  @Post(':id')
  async change(
    @IdParam('id') id: string,
    @Body() body: Asked,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    await this.submit({ actor, request, response }, body, await this.readCall.run(actor, id));
  }

  private async submit(exchange: Exchange, body: Asked, stored?: CallRecord): Promise<void> {
    const { locale } = this.frames.of(exchange.request);
    const submission = await this.submitCall.run(exchange.actor, body, stored, locale);
    if ('goTo' in submission) exchange.response.redirect(303, submission.goTo);
    else await this.show(exchange, { ...submission, stored }, submission.status);
  }

  private async show({ actor, request, response }: Exchange, shown: ShownCallForm, status = 200): Promise<void> {
    const frame = this.frames.of(request);
    response.set('Cache-Control', 'no-store');
    renderPage(response, callFormView(frame, await this.page.model(actor, frame.locale, shown)), status);
  }
}

interface Exchange {
  readonly actor: Actor;
  readonly request: AppRequest;
  readonly response: Response;
}
