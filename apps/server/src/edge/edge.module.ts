import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { OperationNow } from '../health/operation-now.js';
import { Readiness } from '../health/readiness.js';
import { AccessModule } from './access/access.module.js';
import { VersionEtagInterceptor } from './conditional/version-etag.interceptor.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotencyKeys } from './idempotency/idempotency-keys.js';
import { Metrics } from './logging/metrics.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OpenApi } from './openapi/openapi.js';
import { Frames } from './pages/frames.js';
import { RegisterNote } from './pages/register-note.js';
import { NotAcceptableInterceptor } from './problems/not-acceptable.interceptor.js';
import { OfferedMethods } from './problems/offered-methods.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemPages } from './problems/problem-pages.js';
import { ProblemsController } from './problems/problems.controller.js';
import { UndeclaredInterceptor } from './validation/undeclared.interceptor.js';
import { ValidationPipe } from './validation/validation.pipe.js';

const FOR_CONTROLLERS = [Frames, RegisterNote, Metrics, Readiness, OperationNow, OpenApi, IdempotencyKeys];

/** What every request passes, whatever it asks for. Interceptors run in this order: a repeated answer brings its own ETag. */
@Global()
@Module({
  imports: [AccessModule],
  controllers: [OpenApiController, ProblemsController],
  providers: [
    ...FOR_CONTROLLERS,
    ProblemPages,
    OfferedMethods,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: NotAcceptableInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: UndeclaredInterceptor },
    { provide: APP_INTERCEPTOR, useClass: VersionEtagInterceptor },
    { provide: APP_PIPE, useClass: ValidationPipe },
  ],
  exports: FOR_CONTROLLERS,
})
export class EdgeModule {}
