import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Metrics } from './metrics.js';
import { requestIdOf } from './request-id.js';
import { routeOf } from './route.js';

/** Counts each answer by its route's pattern and logs it at debug level, without addresses, people or tokens. */
export function requestLog(metrics: Metrics): (request: Request, response: Response, next: NextFunction) => void {
  const logger = new Logger('Requests');
  return (request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      const route = routeOf(request);
      metrics.countRequest(request.method, route, response.statusCode);
      const took = Math.round(performance.now() - started);
      logger.debug({
        message: 'A request was answered',
        requestId: requestIdOf(request),
        method: request.method,
        route,
        status: response.statusCode,
        ms: took,
      });
    });
    next();
  };
}
