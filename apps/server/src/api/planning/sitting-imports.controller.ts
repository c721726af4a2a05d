import { SITTING_KINDS, type SittingKind } from '@app/deadlines/planning/sitting.js';
import { MOST_CALENDAR_BYTES } from '@app/ical/calendar-file.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { ImportSittingDays } from '@app/tracking/planning/import-sitting-days.js';
import { Body, Controller, HttpCode, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IdempotencyInterceptor } from '../../edge/idempotency/idempotency.interceptor.js';
import { OneOf, Text, Whole } from '../../edge/validation/fields.js';

class SittingImportForm {
  @OneOf(SITTING_KINDS, { optional: true, description: 'Of every meeting in the file; without it the names tell' }) kind?: SittingKind;
  /** The sign-in's token of a form; programs leave it out. */
  @Text({ optional: true }) csrf?: string;
}

class SittingImportDto {
  @Whole() added: number;
  @Whole({ description: 'Moved or renamed by the file' }) changed: number;
  @Whole({ description: 'Cancelled in the file' }) removed: number;
  @Whole() unchanged: number;
  @Whole({ description: 'Meetings of other bodies, and events that cannot be read' }) leftOut: number;
}

@ApiTags('planning')
@Controller('api/v1/authorities/:key/sitting-days')
@Allow('staff')
export class SittingImportsController {
  constructor(private readonly importDays: ImportSittingDays) {}

  /** The same file again changes nothing. */
  @Post('imports')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the sittings of a calendar file (.ics), from last month to two years ahead' })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MOST_CALENDAR_BYTES, files: 1 } }), IdempotencyInterceptor)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, kind: { type: 'string', enum: [...SITTING_KINDS] } },
    },
  })
  @ApiOkResponse({ type: SittingImportDto })
  async import(
    @Param('key') key: string,
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Body() form: SittingImportForm,
    @CurrentActor() actor: Actor,
  ): Promise<SittingImportDto> {
    if (!file) throw new DomainError('invalid', {}, [{ pointer: '/file', code: 'required' }]);
    return this.importDays.run(actor, key, { content: file.buffer, ...(form.kind && { kind: form.kind }) });
  }
}
