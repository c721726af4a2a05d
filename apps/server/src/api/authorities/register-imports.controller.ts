import { REGISTER_FORMATS } from '@app/authorities/read-register.js';
import { type RegisterImportView, readRegisterImport } from '@app/authorities/register-import.query.js';
import { RequestRegisterImport } from '@app/authorities/request-register-import.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Body, Controller, Get, HttpCode, Post, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IdempotencyInterceptor } from '../../edge/idempotency/idempotency.interceptor.js';
import { apiLocale } from '../../edge/request-locale.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { RegisterImportDto, RegisterImportForm } from './authority.dto.js';
import { toImportReportDto } from './authority-change.mapper.js';

/** The whole German register is 3.5 MB; a larger country's fits too. */
export const MAX_REGISTER_BYTES = 64 * 1024 * 1024;

@ApiTags('authorities')
@Controller('api/v1/register-imports')
export class RegisterImportsController {
  constructor(
    private readonly request: RequestRegisterImport,
    private readonly transactions: Transactions,
  ) {}

  @Post()
  @HttpCode(202)
  @Allow('editor')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MAX_REGISTER_BYTES, files: 1 } }), IdempotencyInterceptor)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'format'],
      properties: { file: { type: 'string', format: 'binary' }, format: { type: 'string', enum: [...REGISTER_FORMATS] } },
    },
  })
  @ApiOperation({ summary: 'Take a register file in; reading it is a job of its own, whose state is at the address in `Location`' })
  @ApiAcceptedResponse({ type: RegisterImportDto, headers: { Location: { required: true, schema: { type: 'string' } } } })
  async start(
    @UploadedFile() file: { originalname: string; buffer: Buffer } | undefined,
    @Body() form: RegisterImportForm,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegisterImportDto> {
    if (!file) throw new DomainError('invalid', {}, [{ pointer: '/file', code: 'required' }]);
    const id = await this.request.run(actor, { format: form.format, name: file.originalname.slice(0, 200), content: file.buffer });
    response.location(`/api/v1/register-imports/${id}`);
    return this.one(id, actor, request);
  }

  @Get(':id')
  @Allow('editor')
  @ApiOperation({ summary: 'What became of an import' })
  @ApiOkResponse({ type: RegisterImportDto })
  async one(@IdParam('id') id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<RegisterImportDto> {
    const found = await this.transactions.run(scopeOf(actor), (em) => readRegisterImport(em, id));
    if (!found) throw new DomainError('not-found');
    return toRegisterImportDto(found, apiLocale(request));
  }
}

function toRegisterImportDto(found: RegisterImportView, locale: Locale): RegisterImportDto {
  const problems = found.problems.map(({ line, reason }) => ({ line, reason: reason[locale] }));
  const { id, format, state, counts, version } = found;
  return { id, format, state, ...(counts ? { counts } : {}), problems, report: toImportReportDto(found.report, locale), version };
}
