import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow } from '../edge/access/allow.decorator.js';
import { Flag, Json } from '../edge/validation/fields.js';
import { Readiness } from './readiness.js';

/** Whether the process may be sent requests, and what it still waits for. */
export class ReadinessDto {
  @Flag() ready: boolean;
  @Json({ schema: { type: 'object', additionalProperties: { type: 'boolean' } } }) checks: Readonly<Record<string, boolean>>;
}

/** The process runs; says nothing about what it needs. */
export class LivenessDto {
  @Flag() live: boolean;
}

@ApiTags('operation')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Allow('everyone')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ type: LivenessDto })
  live(): LivenessDto {
    return { live: true };
  }

  /** 200 when migrated, the register that was asked for is imported and the index is built; 503 before. */
  @Get('ready')
  @Allow('everyone')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether the server is ready: migrated, register imported, index built' })
  @ApiOkResponse({ type: ReadinessDto })
  @ApiServiceUnavailableResponse({ type: ReadinessDto, headers: { 'Retry-After': { required: true, schema: { type: 'integer' } } } })
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessDto> {
    const checks = await this.readiness.look();
    const ready = Object.values(checks).every(Boolean);
    if (!ready) response.status(503).set('Retry-After', '1');
    return { ready, checks };
  }
}
