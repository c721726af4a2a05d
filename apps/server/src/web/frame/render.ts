import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A view as the bytes that are sent: `response.type('html').send(render(callView(frame, model)))`. */
export function render(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`;
}
