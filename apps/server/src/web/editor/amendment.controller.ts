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
import { paths } from '../frame/paths.js';
import type { AmendmentModel } from './amendment.model.js';
import { AmendmentPage } from './amendment.page.js';
import { amendmentView } from './amendment.view.js';
import { SubmitAmendment } from './submit-amendment.js';

/** Moves a deadline of a published call, with the reason. A draft is changed in its form instead. */
@ApiExcludeController()
@Allow('editor')
@Controller('editor/calls/:id/deadlines/:deadlineId/amendment')
export class AmendmentController {
  constructor(
    private readonly frames: Frames,
    private readonly page: AmendmentPage,
    private readonly submitAmendment: SubmitAmendment,
  ) {}

  @Get()
  async begin(
    @IdParam('id') id: string,
    @IdParam('deadlineId') deadlineId: string,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const { call, model } = await this.page.load(actor, id, deadlineId, this.frames.of(request).locale);
    if (call.state === 'published') this.show(request, response, model);
    else response.redirect(303, call.state === 'draft' ? paths.editCall(id) : paths.call(id));
  }

  @Post()
  async amend(
    @IdParam('id') id: string,
    @IdParam('deadlineId') deadlineId: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const amendment = await this.submitAmendment.run(actor, { id, deadlineId }, body, this.frames.of(request).locale);
    if ('goTo' in amendment) response.redirect(303, amendment.goTo);
    else this.show(request, response, amendment.model, amendment.status);
  }

  private show(request: AppRequest, response: Response, model: AmendmentModel, status = 200): void {
    response.set('Cache-Control', 'no-store');
    renderPage(response, amendmentView(this.frames.of(request), model), status);
  }
}
