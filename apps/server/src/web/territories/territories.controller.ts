import type { Actor } from '@app/kernel/actor.js';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import type { Submission } from '../editor/submit-call.js';
import { SubmitTerritory } from './submit-territory.js';
import type { TerritoryFormModel } from './territories.model.js';
import { TerritoriesPage } from './territories.page.js';
import { territoriesView } from './territories.view.js';
import { fromTerritory, readTerritoryForm, type TerritoryForm } from './territory-form.js';
import { territoryFormView } from './territory-form.view.js';

type Asked = Readonly<Record<string, unknown>>;
interface Exchange {
  readonly request: AppRequest;
  readonly response: Response;
}

@ApiExcludeController()
@Allow('editor')
@Controller('editor')
export class TerritoryPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: TerritoriesPage,
    private readonly submit: SubmitTerritory,
  ) {}

  @Get('territories')
  async list(@Query() { removed }: Asked, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const frame = this.frames.of(request);
    renderPage(response, territoriesView(frame, { ...(await this.page.list(frame.locale)), removed: removed === 'yes' }));
  }

  @Get('new-territory')
  async begin(@Req() request: AppRequest, @Res() response: Response): Promise<void> {
    await this.show({ request, response }, { form: readTerritoryForm({}), errors: {} });
  }

  @Post('new-territory')
  async create(@Body() body: Asked, @CurrentActor() actor: Actor, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const { locale } = this.frames.of(request);
    await this.answer({ request, response }, await this.submit.save(actor, body, undefined, locale));
  }

  @Get('territories/:slug')
  async edit(@Param('slug') slug: string, @Query() { saved }: Asked, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const form = fromTerritory(await this.page.stored(slug));
    await this.show({ request, response }, { slug, form, errors: {}, saved: saved === 'yes' });
  }

  @Post('territories/:slug')
  async change(
    @Param('slug') slug: string,
    @Body() body: Asked,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    await this.page.stored(slug);
    const { locale } = this.frames.of(request);
    const submission = body.do === 'remove' ? this.submit.remove(actor, body, slug, locale) : this.submit.save(actor, body, slug, locale);
    await this.answer({ request, response }, await submission, slug);
  }

  private async answer(exchange: Exchange, submission: Submission<TerritoryForm>, slug?: string): Promise<void> {
    if ('goTo' in submission) return exchange.response.redirect(303, submission.goTo);
    const { form, errors, status } = submission;
    await this.show(exchange, { slug, form, errors }, status);
  }

  private async show(
    { request, response }: Exchange,
    shown: Pick<TerritoryFormModel, 'slug' | 'form' | 'errors' | 'saved'>,
    status = 200,
  ): Promise<void> {
    const frame = this.frames.of(request);
    response.set('Cache-Control', 'no-store');
    renderPage(response, territoryFormView(frame, await this.page.form(shown, frame.locale)), status);
  }
}
