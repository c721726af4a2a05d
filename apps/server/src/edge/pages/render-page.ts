import type { Response } from 'express';
import type { VNode } from 'preact';
import { render } from '../../web/frame/render.js';

/** Sends a view: `renderPage(response, callView(frame, model))`. Its language depends on cookie and header, so caches are told. */
export function renderPage(response: Response, view: VNode, status = 200): void {
  response.status(status).type('html').vary('Accept-Language').vary('Cookie').send(render(view));
}
