import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeCatalogue } from '@app/funding/exchange/write-catalogue.js';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { Allow } from '../edge/access/allow.decorator.js';
import { Settings } from '../edge/settings.js';
import { CALL_COLUMNS, cellsOf } from './call-table.js';
import { catalogueSchema } from './catalogue-schema-document.js';
import { dataCatalog } from './data-catalog.js';
import { publicExtent } from './public-extent.js';
import { ReadExport } from './read-export.js';
import { callTableSchema } from './table-schema-document.js';

const FILE = { schema: { type: 'string' } } as const;
const DESCRIBED_BY = { Link: { description: '`rel="describedby"`: the columns', schema: { type: 'string' } } } as const;

/** The whole catalogue for everybody, and what stands in it. Written line by line, so its size costs no memory. */
@ApiTags('open-data')
@Controller('open-data')
@Allow('everyone')
export class OpenDataFilesController {
  constructor(
    private readonly read: ReadExport,
    private readonly settings: Settings,
  ) {}

  @Get('catalogue.jsonl')
  @ApiOperation({
    summary: 'The catalogue, one JSON document a line: territories with a name, programmes, calls',
    description: '`import-calls` of the command line takes it in.',
  })
  @ApiProduces('application/jsonl')
  @ApiOkResponse(FILE)
  async catalogue(@Res() response: Response): Promise<void> {
    const lines = writeCatalogue(await this.read.catalogue()).map((line) => `${JSON.stringify(line)}\n`);
    asFile(response, 'application/jsonl; charset=utf-8', 'foerdertakt-catalogue.jsonl');
    await send([Readable.from(lines), response]);
  }

  @Get('calls.csv')
  @ApiOperation({ summary: 'One call a row (RFC 4180, UTF-8); text is guarded against being read as a formula' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ ...FILE, headers: DESCRIBED_BY })
  async calls(@Res() response: Response): Promise<void> {
    const rows = Iterator.from(await this.read.table()).map(cellsOf);
    asFile(response, 'text/csv; charset=utf-8; header=present', 'foerdertakt-calls.csv');
    response.set('Link', '<calls.csv-metadata.json>; rel="describedby"; type="application/csvm+json"');
    const table = stringify({ header: true, columns: CALL_COLUMNS.map(({ name }) => name), record_delimiter: '\r\n' });
    await send([Readable.from(rows), table, response]);
  }

  @Get('dcat.jsonld')
  @ApiOperation({ summary: 'An entry for data portals: DCAT-AP.de 2.0 as JSON-LD' })
  @ApiProduces('application/ld+json')
  @ApiOkResponse({ schema: { type: 'object' } })
  async catalog(@Res() response: Response): Promise<void> {
    const { issued, modified, topics } = publicExtent((await this.read.catalogue()).calls);
    const { baseUrl, openData } = this.settings;
    const described = { baseUrl, openData, topics, issued: issued?.toString(), modified: modified?.toString() };
    response
      .set('Access-Control-Allow-Origin', '*')
      .type('application/ld+json')
      .send(JSON.stringify(dataCatalog(described)));
  }

  @Get('catalogue.schema.json')
  @ApiOperation({ summary: 'The JSON Schema of a line of catalogue.jsonl' })
  @ApiOkResponse({ schema: { type: 'object' } })
  catalogueSchema() {
    return catalogueSchema(this.settings.baseUrl);
  }

  @Get('calls.csv-metadata.json')
  @ApiOperation({ summary: 'The columns of calls.csv, as CSV on the Web describes them' })
  @ApiOkResponse({ schema: { type: 'object' } })
  tableSchema() {
    return callTableSchema(this.settings.baseUrl);
  }
}

function asFile(response: Response, type: string, name: string): void {
  response.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Access-Control-Allow-Origin': '*' });
}

/** A reader who leaves is no fault. */
async function send(streams: [Readable, ...NodeJS.ReadWriteStream[], Response]): Promise<void> {
  try {
    await pipeline(streams);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
