import { Module } from '@nestjs/common';
import { DatabaseChecks } from './database-checks.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';

@Module({ controllers: [HealthController, MetricsController], providers: [DatabaseChecks] })
export class HealthModule {}
