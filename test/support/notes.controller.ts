import { DomainError } from '@app/kernel/domain-error.js';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow } from '../../apps/server/src/edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../apps/server/src/edge/conditional/if-match.js';
import { IdempotencyInterceptor } from '../../apps/server/src/edge/idempotency/idempotency.interceptor.js';
import { ApiPage } from '../../apps/server/src/edge/openapi/api-page.js';
import { Refuses } from '../../apps/server/src/edge/openapi/refuses.decorator.js';
import { PageQuery } from '../../apps/server/src/edge/paging/page-query.js';
import { sendPage } from '../../apps/server/src/edge/paging/send-page.js';
import { Json, Text, Whole } from '../../apps/server/src/edge/validation/fields.js';

export class NoteDto {
  @Text({ max: 100 }) text: string;
  @Json({ schema: 'Criterion', optional: true }) rule?: unknown;
}

export class StoredNoteDto extends NoteDto {
  @Whole({ min: 1 }) version: number;
}

export class MadeNoteDto extends StoredNoteDto {
  @Text() secret: string;
}

export class UploadedNoteDto {
  @Whole() size: number;
  @Text() format: string;
  @Whole() made: number;
}

export class ListedNoteDto {
  @Whole() limit: number;
  @Text({ optional: true }) cursor?: string;
}

export class OneNoteDto extends StoredNoteDto {
  @Text() id: string;
}

const FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' }, format: { type: 'string' } },
};

/** What happened, for the tests to look at; `gate` holds up the note "slow". */
export const happened = { made: 0, crash: false, gate: Promise.resolve() };

/** A resource like any other of the API, to test what the edge does for all of them. */
@ApiTags('operation')
@Controller('api/v1/notes')
export class NotesController {
  @Post()
  @Allow('signed-in')
  @ApiOperation({ summary: 'Make a note' })
  @Refuses('conflict')
  @ApiCreatedResponse({ type: MadeNoteDto })
  async make(@Body() body: NoteDto, @Res({ passthrough: true }) response: Response): Promise<MadeNoteDto> {
    if (body.text === 'slow') await happened.gate;
    if (happened.crash) throw new Error('password=hunter2');
    if (body.text === 'taken') throw new DomainError('conflict');
    happened.made += 1;
    response.location(`/api/v1/notes/${happened.made}`);
    return { text: body.text, version: happened.made, secret: `shown-once-${happened.made}` };
  }

  @Post('deletion/:id')
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  @Allow('signed-in')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a note' })
  @ApiNoContentResponse()
  remove(): void {
    happened.made += 1;
  }

  @Post('files')
  @Allow('signed-in')
  @UseInterceptors(FileInterceptor('file'), IdempotencyInterceptor)
  @ApiOperation({ summary: 'Upload a note' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE })
  @ApiCreatedResponse({ type: UploadedNoteDto, headers: {} })
  upload(@UploadedFile() file: { buffer: Buffer }, @Body('format') format: string): UploadedNoteDto {
    happened.made += 1;
    return { size: file.buffer.length, format, made: happened.made };
  }

  @Patch(':id')
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  @Allow('signed-in')
  @ApiOperation({ summary: 'Change a note' })
  @ApiOkResponse({ type: StoredNoteDto })
  change(@IfMatchVersion() version: number, @Body() body: NoteDto): StoredNoteDto {
    if (version !== 7) throw new DomainError('stale');
    return { ...body, version: version + 1 };
  }

  @Get()
  @Allow('everyone')
  @ApiOperation({ summary: 'All notes' })
  @ApiPage(ListedNoteDto)
  list(@Query() query: PageQuery, @Req() request: Request, @Res({ passthrough: true }) response: Response): object {
    return sendPage(response, request, { items: [query], total: 2, next: query.cursor ? null : 'the next/one' });
  }

  @Get('away')
  @Allow('everyone')
  @ApiOperation({ summary: 'Fail as if the database were away' })
  away(): never {
    throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  }

  @Get('calendar')
  @Allow('everyone')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @ApiOperation({ summary: 'A calendar' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  calendar(): string {
    return 'BEGIN:VCALENDAR\r\n'.repeat(500);
  }

  @Get('one/:id')
  @Allow('everyone')
  @ApiOperation({ summary: 'One note' })
  @ApiOkResponse({ type: OneNoteDto })
  one(@Param('id') id: string): OneNoteDto {
    return { id, version: 3, text: 'x'.repeat(5000) };
  }
}
