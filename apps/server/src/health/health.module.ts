import { Module } from '@nestjs/common';
import { DatabaseChecks } from './database-checks.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { OperationController } from './operation.controller.js';

@Module({ controllers: [HealthController, MetricsController, OperationController], providers: [DatabaseChecks] })
export class HealthModule {}
