import type { Actor } from '@app/kernel/actor.js';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import type { ReviewModel } from './editor.model.js';
import { ReviewPage } from './review.page.js';
import { reviewView } from './review.view.js';
import { SubmitPublication } from './submit-publication.js';

/** The last step: the call as everybody would see it, then its publication. */
@ApiExcludeController()
@Allow('editor')
@Controller('editor/calls/:id')
export class PublicationController {
  constructor(
    private readonly frames: Frames,
    private readonly page: ReviewPage,
    private readonly submitPublication: SubmitPublication,
  ) {}

  @Get('review')
  async review(
    @IdParam('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    show(response, frame, await this.page.model(actor, id, frame.locale));
  }

  /** Of a page that came back, when its language is changed or it is loaded again. */
  @Get('publication')
  back(@IdParam('id') id: string, @Res() response: Response): void {
    response.redirect(303, paths.reviewCall(id));
  }

  @Post('publication')
  async publish(
    @IdParam('id') id: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const publication = await this.submitPublication.run(actor, id, body, frame.locale);
    if ('goTo' in publication) response.redirect(303, publication.goTo);
    else show(response, frame, publication.model, publication.status);
  }
}

function show(response: Response, frame: Frame, model: ReviewModel, status = 200): void {
  response.set('Cache-Control', 'no-store');
  renderPage(response, reviewView(frame, model), status);
}
