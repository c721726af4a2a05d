import { isAdmin } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '../edge/access/allow.decorator.js';
import type { AppRequest } from '../edge/access/request.js';
import { Metrics } from '../edge/logging/metrics.js';
import { operationMetrics } from './operation-metrics.js';
import { OperationNow } from './operation-now.js';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** A proxy on this machine comes from loopback too, but says for whom. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

@ApiTags('operation')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly operationNow: OperationNow,
  ) {}

  /** From this machine itself, or with an administrator's token; else 401. */
  @Get()
  @Allow('everyone')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Numbers for Prometheus: from loopback, or with an administrator’s token' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(@Req() request: AppRequest): Promise<string> {
    if (!isLocal(request) && !(request.actor && isAdmin(request.actor))) throw new DomainError('unauthenticated');
    return this.metrics.text() + (await this.ofOperation());
  }

  /** Without the database the other numbers still count. */
  private async ofOperation(): Promise<string> {
    return this.operationNow.asNumbers().then(operationMetrics, () => '');
  }
}

function isLocal(request: AppRequest): boolean {
  return LOOPBACK.test(request.socket.remoteAddress ?? '') && !FORWARDED.some((name) => request.headers[name] !== undefined);
}
