import { WithdrawCall } from '@app/funding/withdraw-call.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { PROBLEM_STATUS, PROBLEM_TEXTS } from '@app/kernel/problems.js';
import { textOf as problemText } from '@app/kernel/reason.js';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { WithdrawalDto } from '../../api/calls/call.dto.js';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ValidationPipe } from '../../edge/validation/validation.pipe.js';
import { CallPage } from '../calls/call.page.js';
import { callView } from '../calls/call.view.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import { type Body as Form, textOf } from './form-reading.js';

const pipe = new ValidationPipe();

/** Takes a published call back, from the form on the call's own page; what is wrong comes back there. */
@ApiExcludeController()
@Allow('editor')
@Controller('editor/calls/:id/withdrawal')
export class WithdrawalController {
  constructor(
    private readonly frames: Frames,
    private readonly page: CallPage,
    private readonly withdrawCall: WithdrawCall,
  ) {}

  /** Of a form that came back, when its language is changed or it is loaded again. */
  @Get()
  back(@IdParam('id') id: string, @Res() response: Response): void {
    response.redirect(303, paths.call(id));
  }

  @Post()
  async withdraw(
    @IdParam('id') id: string,
    @Body() body: Form,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const reason = textOf(body, 'reason');
    try {
      pipe.transform({ reason }, { type: 'body', metatype: WithdrawalDto });
      await this.withdrawCall.run(actor, id, Number(body.version), reason);
      response.redirect(303, paths.call(id));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      const frame = this.frames.of(request);
      const model = await this.page.model(id, actor, frame.locale, activeAuthority(request)?.key);
      const refused = { withdrawalError: wordsFor(error, frame.locale), withdrawalReason: reason };
      response.set('Cache-Control', 'no-store');
      renderPage(response, callView(frame, { ...model, ...refused }), PROBLEM_STATUS[error.code]);
    }
  }
}

function wordsFor(error: DomainError, locale: 'de' | 'en'): string {
  const [fault] = error.faults;
  if (fault) return faultDetail(fault, locale);
  return error.code === 'stale' ? texts(locale).call.withdrawStale : problemText(PROBLEM_TEXTS, error, locale);
}
