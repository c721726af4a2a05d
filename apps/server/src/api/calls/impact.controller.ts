import type { Actor } from '@app/kernel/actor.js';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { type CallImpact, ForeseeImpact } from './foresee-impact.js';
import { ImpactDto, UnsavedChangeDto } from './impact.dto.js';

/** What publishing would do, before it does it. */
@ApiTags('calls')
@Controller('api/v1/calls/:id/impact')
export class ImpactController {
  constructor(private readonly foreseeImpact: ForeseeImpact) {}

  @Get()
  @Allow('editor')
  @ApiOperation({
    summary: 'What publishing a draft would do',
    description: 'Of a published call nothing is pending, so the numbers that change are 0.',
  })
  @ApiOkResponse({ type: ImpactDto })
  async stored(@IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<ImpactDto> {
    return toImpactDto(await this.foreseeImpact.run(actor, id));
  }

  @Post()
  @HttpCode(200)
  @Allow('editor')
  @ApiOperation({ summary: 'What saving this change (and publishing it, if the call is a draft) would do; stores nothing' })
  @Refuses('invalid-rule', 'invalid-deadline')
  @ApiOkResponse({ type: ImpactDto })
  async unsaved(@IdParam('id') id: string, @Body() change: UnsavedChangeDto, @CurrentActor() actor: Actor): Promise<ImpactDto> {
    return toImpactDto(await this.foreseeImpact.run(actor, id, change));
  }
}

function toImpactDto({ call, outcomes, ...impact }: CallImpact): ImpactDto {
  return JSON.parse(JSON.stringify({ callId: call.id, state: call.state, ...outcomes, ...impact })) as ImpactDto;
}
