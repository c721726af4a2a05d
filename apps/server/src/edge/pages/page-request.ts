import type { Request } from 'express';

/** Where programs read: their answers are JSON, calendars or plain text, their errors problem+json. */
const FOR_PROGRAMS = /^\/(api|feeds|common-grants|health|assets|openapi\.json|metrics)(\/|$)/;

/** Whether somebody looks at this with a browser, so that an error has to be a page too. */
export function isPageRequest(request: Request): boolean {
  return !FOR_PROGRAMS.test(request.path) && request.accepts(['application/json', 'text/html']) === 'text/html';
}
