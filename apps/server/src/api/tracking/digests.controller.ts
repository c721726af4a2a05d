import type { Actor } from '@app/kernel/actor.js';
import { SwitchDigest } from '@app/tracking/switch-digest.js';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersionIfAny } from '../../edge/conditional/if-match.js';
import { DigestBodyDto, DigestDto } from './digest.dto.js';

/** Whether the caller hears by mail of new calls that fit one of their authorities. */
@ApiTags('tracking')
@Controller('api/v1/authorities/:key/digest')
@Allow('staff')
export class DigestsController {
  constructor(private readonly switchDigest: SwitchDigest) {}

  @Get()
  @ApiOperation({ summary: 'Whether new calls that fit the authority come to oneself by mail' })
  @ApiOkResponse({ type: DigestDto })
  read(@Param('key') key: string, @CurrentActor() actor: Actor): Promise<DigestDto> {
    return this.switchDigest.find(actor, key);
  }

  @Put()
  @ApiOperation({ summary: 'Choose it; the first time without If-Match' })
  @ApiOkResponse({ type: DigestDto })
  async choose(
    @Param('key') key: string,
    @IfMatchVersionIfAny() version: number | undefined,
    @Body() { digest }: DigestBodyDto,
    @CurrentActor() actor: Actor,
  ): Promise<DigestDto> {
    await this.switchDigest.choose(actor, key, version, digest);
    return this.read(key, actor);
  }
}
