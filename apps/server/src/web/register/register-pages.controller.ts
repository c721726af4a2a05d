import { type ImportFormat, REGISTER_FORMATS } from '@app/authorities/read-register.js';
import { RequestRegisterImport } from '@app/authorities/request-register-import.js';
import type { Actor } from '@app/kernel/actor.js';
import { Body, Controller, Get, Post, Req, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { MAX_REGISTER_BYTES } from '../../api/authorities/register-imports.controller.js';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { UploadForm } from '../../edge/access/upload-form.decorator.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import { RegisterPage } from './register.page.js';
import { registerView } from './register.view.js';
import { registerImportView } from './register-import.view.js';

/** Registers and their imports, for editors. */
@ApiExcludeController()
@Allow('editor')
@Controller('editor/register')
export class RegisterPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly page: RegisterPage,
    private readonly requestImport: RequestRegisterImport,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const done = (['confirmed', 'rejected'] as const).find((known) => known === request.query.done);
    const conflicts = [request.query.conflicts ?? []].flat().filter((name) => typeof name === 'string');
    const model = { ...(await this.page.model(actor)), ...(done ? { done, conflicts } : {}) };
    renderPage(response, registerView(this.frames.of(request), model));
  }

  /** Of a form that came back, when its language is changed or it is loaded again. */
  @Get('imports')
  back(@Res() response: Response): void {
    response.redirect(303, paths.register);
  }

  @Post('imports')
  @UploadForm('file', MAX_REGISTER_BYTES)
  async upload(
    @UploadedFile() file: { originalname: string; buffer: Buffer } | undefined,
    @Body() body: Readonly<Record<string, unknown>>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const format = REGISTER_FORMATS.find((known) => known === body.format) ?? ('gv100ad' satisfies ImportFormat);
    if (!file || file.buffer.length === 0) {
      const frame = this.frames.of(request);
      const uploadError = texts(frame.locale).register.fileMissing;
      return renderPage(response, registerView(frame, { ...(await this.page.model(actor)), uploadError }), 422);
    }
    const id = await this.requestImport.run(actor, { format, name: file.originalname.slice(0, 200), content: file.buffer });
    response.redirect(303, paths.registerImport(id));
  }

  @Get('imports/:id')
  async import(
    @IdParam('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    renderPage(response, registerImportView(frame, await this.page.import(actor, id, frame.locale)));
  }
}
