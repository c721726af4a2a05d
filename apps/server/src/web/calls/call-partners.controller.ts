import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { readPartnersForm } from './call-partners.model.js';
import { CallPartnersPage } from './call-partners.page.js';
import { callPartnersView } from './call-partners.view.js';

/** "Mit wem könnten wir?": staff for their own authorities, editors and administrators for any (`?for=`). */
@ApiExcludeController()
@Allow('staff', 'editor')
@Controller('calls')
export class CallPartnersController {
  constructor(
    private readonly frames: Frames,
    private readonly page: CallPartnersPage,
  ) {}

  @Get(':id/partners')
  async show(
    @IdParam('id') id: string,
    @Query() query: Record<string, unknown>,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = await this.frames.of(request);
    const reader = { actor, locale: frame.locale, activeKey: activeAuthority(request)?.key };
    const model = await this.page.model(id, readPartnersForm(query), reader);
    renderPage(response, callPartnersView(frame, model), Object.keys(model.errors).length > 0 ? 422 : 200);
  }
}
