import type { DomainError } from '@app/kernel/domain-error.js';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { problemView } from '../../web/errors/problem.view.js';
import { paths } from '../../web/frame/paths.js';
import { localPath } from '../access/local-path.js';
import { requestIdOf } from '../logging/request-id.js';
import { Frames } from '../pages/frames.js';
import { renderPage } from '../pages/render-page.js';
import { problemOf } from './problem.js';

/** A refusal as a page. Needs nothing from the database: it must be there when the database is not. */
@Injectable()
export class ProblemPages {
  constructor(private readonly frames: Frames) {}

  send(request: Request, response: Response, refusal: DomainError): void {
    if (refusal.code === 'unauthenticated') {
      response.redirect(303, signInAddress(request));
      return;
    }
    const frame = this.frames.of(request);
    const problem = problemOf(refusal, frame.locale, requestIdOf(request));
    const faults = problem.errors.map((fault) => (fault.pointer ? `${fault.pointer}: ${fault.detail}` : fault.detail));
    const model = {
      status: problem.status,
      code: refusal.code,
      title: problem.title,
      faults,
      hadInput: request.method === 'POST',
      ...(problem.instance && { requestId: requestIdOf(request) }),
    };
    response.set('Content-Language', frame.locale);
    renderPage(response, problemView(frame, model), problem.status);
  }
}

/** To the form, and from there back. What a form had sent is not sent again. */
function signInAddress(request: Request): string {
  const back = request.method === 'GET' ? localPath(request.originalUrl) : '/';
  return back === '/' ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(back)}`;
}
