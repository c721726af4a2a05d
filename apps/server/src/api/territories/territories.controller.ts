import { NAMED_TERRITORY_IDS, territoryName } from '@app/eligibility/territory-names.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow } from '../../edge/access/allow.decorator.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { pageOf } from '../../edge/paging/page-of.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { TerritoryDto } from './named-territory.dto.js';

@ApiTags('territories')
@Controller('api/v1/territories')
export class TerritoriesController {
  constructor(private readonly index: MatchingIndex) {}

  @Get()
  @Allow('signed-in')
  @ApiOperation({
    summary: 'What rules and `within` can name by more than digits: countries, German states and the sets that editors keep',
  })
  @ApiPage(TerritoryDto)
  async list(@Query() query: PageQuery, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return sendPage(
      response,
      request,
      pageOf(territoriesOf(await this.index.current()), ({ id }) => id, query),
    );
  }
}

function territoriesOf(state: MatchingState): TerritoryDto[] {
  const official = NAMED_TERRITORY_IDS.map((id): TerritoryDto => {
    const title = { de: territoryName(id, 'de'), en: territoryName(id, 'en') };
    return { id, kind: id.includes('-') ? 'state' : 'country', title };
  });
  const named = [...state.namedTerritories.values()].map(
    ({ slug, title }): TerritoryDto => ({ id: `named:${slug}`, kind: 'named', title }),
  );
  return [...official, ...named];
}
