import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeCatalogue } from '@app/funding/exchange/write-catalogue.js';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { Allow } from '../edge/access/allow.decorator.js';
import { Settings } from '../edge/settings.js';
import { CALL_COLUMNS, cellsOf } from './call-table.js';
import { catalogueSchema } from './catalogue-schema-document.js';
import { ReadExport } from './read-export.js';
import { callTableSchema } from './table-schema-document.js';

const FILE = { schema: { type: 'string' } } as const;

/** The whole catalogue for everybody, and what stands in it. Written line by line, so its size costs no memory. */
@ApiTags('open-data')
@Controller('open-data')
@Allow('everyone')
export class OpenDataFilesController {
  constructor(
    private readonly read: ReadExport,
    private readonly settings: Settings,
  ) {}

  /** One JSON document a line: territories with a name, programmes, calls. `import-calls` of the command line takes it in. */
  @Get('catalogue.jsonl')
  @ApiProduces('application/jsonl')
  @ApiOkResponse(FILE)
  async catalogue(@Res() response: Response): Promise<void> {
    const lines = writeCatalogue(await this.read.catalogue()).map((line) => `${JSON.stringify(line)}\n`);
    asFile(response, 'application/jsonl; charset=utf-8', 'foerdertakt-catalogue.jsonl');
    await send(Readable.from(lines), response);
  }

  /** RFC 4180, UTF-8, one call a row; text is guarded against being read as a formula. */
  @Get('calls.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse(FILE)
  async calls(@Res() response: Response): Promise<void> {
    const rows = Iterator.from(await this.read.table()).map(cellsOf);
    asFile(response, 'text/csv; charset=utf-8; header=present', 'foerdertakt-calls.csv');
    response.set('Link', '<calls.csv-metadata.json>; rel="describedby"; type="application/csvm+json"');
    const table = stringify({ header: true, columns: CALL_COLUMNS.map(({ name }) => name), record_delimiter: '\r\n' });
    await send(Readable.from(rows).pipe(table), response);
  }

  /** JSON Schema of a line of catalogue.jsonl. */
  @Get('catalogue.schema.json')
  @ApiOkResponse({ schema: { type: 'object' } })
  catalogueSchema() {
    return catalogueSchema(this.settings.baseUrl);
  }

  /** The columns of calls.csv, as CSV on the Web describes them. */
  @Get('calls.csv-metadata.json')
  @ApiOkResponse({ schema: { type: 'object' } })
  tableSchema() {
    return callTableSchema(this.settings.baseUrl);
  }
}

function asFile(response: Response, type: string, name: string): void {
  response.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Access-Control-Allow-Origin': '*' });
}

/** A reader who leaves is no fault. */
async function send(content: Readable, response: Response): Promise<void> {
  try {
    await pipeline(content, response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
