import { DomainError } from '@app/kernel/domain-error.js';
import type { LetterSubscription } from '@app/reminders/stop-letters.js';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { texts } from '../texts/texts.js';
import type { StopModel } from './reminders.model.js';
import { stopView } from './stop.view.js';

/** RFC 8058 §3.2: what a mail program posts, as a form of either kind, without cookies. */
const ONE_CLICK = { name: 'List-Unsubscribe', value: 'One-Click' } as const;
export const FORM_LIMITS = { fields: 10, fieldSize: 1_000 } as const;

type Found = LetterSubscription & { readonly name?: string; readonly isProfile?: boolean };

/** What an address in a letter stops. Both throw 'not-found' for a token that is none of ours. */
export interface Stoppable {
  find(token: string): Promise<Found>;
  run(token: string, wish: 'stop' | 'resume'): Promise<Found>;
}

/** An address in a letter that stops something without signing in. It is the secret, so no page may pass it on or be kept. */
@Injectable()
export class StopPage {
  constructor(private readonly frames: Frames) {}

  /** Changes nothing: link scanners open every address in a mail. */
  async ask(stoppable: Stoppable, token: string, request: AppRequest, response: Response): Promise<void> {
    const found = await orUndefined(stoppable.find(token));
    this.show(request, response, found, found?.stopped ? 'stopped' : 'ask');
  }

  async act(stoppable: Stoppable, token: string, request: AppRequest, response: Response): Promise<void> {
    const body = request.body as Record<string, unknown> | undefined;
    const isOneClick = body?.[ONE_CLICK.name] === ONE_CLICK.value;
    const wish = isOneClick ? 'stop' : (['stop', 'resume'] as const).find((known) => known === body?.do);
    if (!wish) throw new DomainError('bad-request');
    const found = await orUndefined(stoppable.run(token, wish));
    if (isOneClick) answerProgram(response, found);
    else this.show(request, response, found, wish === 'stop' ? 'stopped' : 'resumed');
  }

  private show(request: AppRequest, response: Response, found: Found | undefined, state: StopModel['state']): void {
    const digest = found?.name === undefined ? {} : { digest: { name: found.name, isProfile: found.isProfile ?? false } };
    const model: StopModel = found
      ? { state, action: request.path, email: shortened(found.email), ...digest }
      : { state: 'gone', action: '' };
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
    renderPage(response, stopView(this.frames.of(request), model), found ? 200 : 404);
  }
}

/** Nobody reads this: RFC 8058 wants no redirect and no question. */
function answerProgram(response: Response, found: Found | undefined): void {
  const { stop, stopDigest } = texts(found?.language ?? 'de');
  const stopped = found?.name === undefined ? stop.stopped : stopDigest.stopped;
  response
    .status(found ? 200 : 404)
    .set('Cache-Control', 'no-store')
    .type('text/plain')
    .send(`${found ? stopped : stop.gone}\n`);
}

async function orUndefined<Answer>(search: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await search;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** "b…@dueren.de": whoever got the letter knows it by that, whoever got hold of the link learns no address. */
function shortened(email: string): string {
  return email.replace(/^(.)[^@]*/u, '$1…');
}
