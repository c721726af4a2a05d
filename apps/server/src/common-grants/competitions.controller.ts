import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Allow } from '../edge/access/allow.decorator.js';
import { apiLocale } from '../edge/request-locale.js';
import { Settings } from '../edge/settings.js';
import { SUCCESS, uuid } from './answer.js';
import { ONE_COMPETITION } from './answer-schemas.js';
import { CUSTOM_FIELDS, type CustomFieldName, schemaDocument } from './custom-field-schemas.js';
import { toCompetition } from './opportunity.mapper.js';
import { ReadOpportunities } from './read-opportunities.js';

/** CommonGrants 0.4: rounds that are or were published, and what our own fields mean. */
@ApiTags('common-grants')
@Controller('common-grants')
@Allow('everyone')
export class CompetitionsController {
  constructor(
    private readonly read: ReadOpportunities,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  @Get('competitions/:id')
  @ApiOperation({ summary: 'A competition' })
  @ApiOkResponse({ schema: ONE_COMPETITION })
  async one(@Param('id') text: string, @Req() request: Request) {
    const id = uuid(text);
    const known = (await this.read.all()).find(({ calls }) => calls.some((call) => call.id === id));
    const round = known && this.read.reckon(known).rounds.find(({ call }) => call.id === id);
    if (!round) throw new DomainError('not-found');
    const reading = { locale: apiLocale(request), now: this.clock.now(), baseUrl: this.settings.baseUrl };
    return { ...SUCCESS, data: toCompetition(round, reading) };
  }

  @Get('schemas/:name.json')
  @ApiOperation({ summary: "The JSON Schema of a custom field's value" })
  @ApiOkResponse({ schema: { type: 'object' } })
  schema(@Param('name') name: string) {
    if (!Object.hasOwn(CUSTOM_FIELDS, name)) throw new DomainError('not-found');
    return schemaDocument(name as CustomFieldName, this.settings.baseUrl);
  }
}
