import { ConfirmChange } from '@app/authorities/changes/confirm-change.js';
import { RejectChange } from '@app/authorities/changes/reject-change.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { PROBLEM_STATUS, PROBLEM_TEXTS } from '@app/kernel/problems.js';
import { textOf as problemText } from '@app/kernel/reason.js';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { ConfirmationDto } from '../../api/authorities/authority-change.dto.js';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ValidationPipe } from '../../edge/validation/validation.pipe.js';
import { type Body as Form, textOf } from '../editor/form-reading.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import { RegisterPage } from './register.page.js';
import { registerView } from './register.view.js';

const pipe = new ValidationPipe();
const FIELDS = ['newKey', 'kind', 'effectiveOn'] as const;

/** The forms of the page of the register that decide who follows. */
@ApiExcludeController()
@Allow('editor')
@Controller('editor/register/changes/:id')
export class AuthorityChangeController {
  constructor(
    private readonly frames: Frames,
    private readonly page: RegisterPage,
    private readonly confirmChange: ConfirmChange,
    private readonly rejectChange: RejectChange,
  ) {}

  /** Of a form that came back, when its language is changed or it is loaded again. */
  @Get()
  back(@Res() response: Response): void {
    response.redirect(303, paths.register);
  }

  @Post()
  async decide(
    @IdParam('id') id: string,
    @Body() body: Form,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const query = new URLSearchParams(await this.run(actor, id, body));
      response.redirect(303, `${paths.register}?${query}`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      await this.showRefused(id, body, { error, actor, request, response });
    }
  }

  private async run(actor: Actor, id: string, body: Form): Promise<[string, string][]> {
    const version = Number(body.version);
    if (body.do === 'reject') {
      await this.rejectChange.run(actor, id, version);
      return [['done', 'rejected']];
    }
    const { newKey, kind, effectiveOn } = correctionOf(body);
    const { factConflicts } = await this.confirmChange.run(actor, id, version, { newKey: newKey ?? null, kind, effectiveOn });
    return [['done', 'confirmed'], ...factConflicts.map((name): [string, string] => ['conflicts', name])];
  }

  private async showRefused(
    id: string,
    body: Form,
    { error, actor, request, response }: { error: DomainError; actor: Actor; request: AppRequest; response: Response },
  ): Promise<void> {
    const frame = this.frames.of(request);
    const words = texts(frame.locale).register.faults;
    const entered = Object.fromEntries(FIELDS.map((field) => [field, textOf(body, field)]));
    const faults = error.faults.map(({ pointer, code }) => [pointer.slice(1), words[code] ?? code]);
    const errors = faults.length > 0 ? Object.fromEntries(faults) : { '': problemText(PROBLEM_TEXTS, error, frame.locale) };
    response.set('Cache-Control', 'no-store');
    renderPage(
      response,
      registerView(frame, { ...(await this.page.model(actor)), refused: { id, entered, errors } }),
      PROBLEM_STATUS[error.code],
    );
  }
}

/** As the interface takes it; an empty field is an absent one. */
function correctionOf(body: Form): ConfirmationDto {
  const given = FIELDS.map((field) => [field, textOf(body, field)]).filter(([, text]) => text !== '');
  return pipe.transform(Object.fromEntries(given), { type: 'body', metatype: ConfirmationDto }) as ConfirmationDto;
}
