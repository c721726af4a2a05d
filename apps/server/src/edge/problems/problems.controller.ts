import { DomainError } from '@app/kernel/domain-error.js';
import { PROBLEM_STATUS, type ProblemCode } from '@app/kernel/problems.js';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { problemView } from '../../web/errors/problem.view.js';
import { Allow } from '../access/allow.decorator.js';
import { Frames } from '../pages/frames.js';
import { isPageRequest } from '../pages/page-request.js';
import { renderPage } from '../pages/render-page.js';
import { apiLocale } from '../request-locale.js';
import { problemOf } from './problem.js';

/** What the `type` of a problem leads to: what its code means, for whoever met it. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  constructor(private readonly frames: Frames) {}

  @Get(':code')
  @Allow('everyone')
  show(@Param('code') code: string, @Req() request: Request, @Res() response: Response): void {
    if (!Object.hasOwn(PROBLEM_STATUS, code)) throw new DomainError('not-found');
    const refusal = new DomainError(code as ProblemCode);
    if (isPageRequest(request)) {
      const frame = this.frames.of(request);
      const { title, status } = problemOf(refusal, frame.locale);
      renderPage(response, problemView(frame, { status, code, title }));
    } else {
      const { type, title, status } = problemOf(refusal, apiLocale(request));
      response.json({ type, title, status });
    }
  }
}
