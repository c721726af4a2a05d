import type { ProgramRecord } from '@app/funding/read-programs.query.js';
import type { Actor } from '@app/kernel/actor.js';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import type { ProgramFormModel } from './editor.model.js';
import { emptyProgramForm, fromProgram } from './program-form.js';
import { ProgramFormPage } from './program-form.page.js';
import { programFormView } from './program-form.view.js';
import { SubmitProgram } from './submit-program.js';

type Asked = Readonly<Record<string, unknown>>;
interface Exchange {
  readonly actor: Actor;
  readonly request: AppRequest;
  readonly response: Response;
}

@ApiExcludeController()
@Allow('editor')
@Controller('editor/programs')
export class ProgramFormController {
  constructor(
    private readonly frames: Frames,
    private readonly page: ProgramFormPage,
    private readonly submitProgram: SubmitProgram,
  ) {}

  @Get('new')
  async begin(@CurrentActor() actor: Actor, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    await this.show({ actor, request, response }, { form: emptyProgramForm(), errors: {} });
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
    const form = fromProgram(await this.page.stored(actor, id));
    await this.show({ actor, request, response }, { id, form, errors: {}, saved: saved === 'yes' });
  }

  @Post(':id')
  async change(
    @IdParam('id') id: string,
    @Body() body: Asked,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    await this.submit({ actor, request, response }, body, await this.page.stored(actor, id));
  }

  private async submit(exchange: Exchange, body: Asked, stored?: ProgramRecord): Promise<void> {
    const { locale } = this.frames.of(exchange.request);
    const submission = await this.submitProgram.run(exchange.actor, body, stored, locale);
    if ('goTo' in submission) return exchange.response.redirect(303, submission.goTo);
    const { form, errors, status } = submission;
    await this.show(exchange, { id: stored?.id, form, errors }, status);
  }

  private async show(
    { actor, request, response }: Exchange,
    shown: Pick<ProgramFormModel, 'id' | 'form' | 'errors' | 'saved'>,
    status = 200,
  ): Promise<void> {
    const frame = this.frames.of(request);
    response.set('Cache-Control', 'no-store');
    renderPage(response, programFormView(frame, await this.page.model(actor, frame.locale, shown)), status);
  }
}
