import { ImportTerritoryList } from '@app/authorities/territories/import-territory-list.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Body, Controller, HttpCode, Param, Post, Req, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { IdempotencyInterceptor } from '../../edge/idempotency/idempotency.interceptor.js';
import { apiLocale } from '../../edge/request-locale.js';
import { TerritoryListForm, TerritoryListImportDto } from './named-territory.dto.js';
import { toListImportDto, toNamedTerritoryDto } from './named-territory.mapper.js';

/** All municipalities of Germany with their names are half a megabyte. */
const MAX_BYTES = 4 * 1024 * 1024;

@ApiTags('territories')
@Controller('api/v1/named-territories')
export class TerritoryListsController {
  constructor(
    private readonly index: MatchingIndex,
    private readonly importList: ImportTerritoryList,
  ) {}

  @Post(':slug/import')
  @HttpCode(200)
  @Allow('editor')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MAX_BYTES, files: 1 } }), IdempotencyInterceptor)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, mode: { type: 'string', enum: ['replace', 'add'], default: 'replace' } },
    },
  })
  @ApiOperation({
    summary: 'Take a list of keys, one on each line or in a column of a CSV, as the entries of the set',
    description: 'Lines that cannot be read are left out and named.',
  })
  @ApiOkResponse({ type: TerritoryListImportDto })
  async import(
    @Param('slug') slug: string,
    @IfMatchVersion() version: number,
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Body() form: TerritoryListForm,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<TerritoryListImportDto> {
    if (!file) throw new DomainError('invalid', {}, [{ pointer: '/file', code: 'required' }]);
    const found = await this.importList.run(actor, slug, version, { content: file.buffer, mode: form.mode ?? 'replace' });
    const state = await this.index.current();
    const set = state.namedTerritories.get(slug);
    if (!set) throw new DomainError('not-found');
    return toListImportDto(found, toNamedTerritoryDto(set, state), apiLocale(request));
  }
}
