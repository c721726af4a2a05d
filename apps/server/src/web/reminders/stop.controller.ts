import { DomainError } from '@app/kernel/domain-error.js';
import { type LetterSubscription, StopLetters } from '@app/reminders/stop-letters.js';
import { Body, Controller, Get, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { NoFilesInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { WithoutCsrf } from '../../edge/access/without-csrf.decorator.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { texts } from '../texts/texts.js';
import type { StopModel } from './reminders.model.js';
import { stopView } from './stop.view.js';

/** RFC 8058 §3.2: what a mail program posts, as a form of either kind, without cookies. */
const ONE_CLICK = { name: 'List-Unsubscribe', value: 'One-Click' } as const;
const FORM_LIMITS = { fields: 10, fieldSize: 1_000 } as const;

/** Stopping the letters by the address in each of them, without signing in. That address is the secret, so no page may pass it on or be kept. */
@ApiExcludeController()
@Allow('everyone')
@Controller('reminders/stop/:token')
export class StopController {
  constructor(
    private readonly frames: Frames,
    private readonly stopLetters: StopLetters,
  ) {}

  /** Changes nothing: link scanners open every address in a mail. */
  @Get()
  async ask(@Param('token') token: string, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    const found = await orUndefined(this.stopLetters.find(token));
    this.show(request, response, token, found, found?.stopped ? 'stopped' : 'ask');
  }

  @Post()
  @WithoutCsrf()
  @UseInterceptors(NoFilesInterceptor({ limits: FORM_LIMITS }))
  async act(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const isOneClick = body?.[ONE_CLICK.name] === ONE_CLICK.value;
    const wish = isOneClick ? 'stop' : (['stop', 'resume'] as const).find((known) => known === body?.do);
    if (!wish) throw new DomainError('bad-request');
    const found = await orUndefined(this.stopLetters.run(token, wish));
    if (isOneClick) answerProgram(response, found);
    else this.show(request, response, token, found, wish === 'stop' ? 'stopped' : 'resumed');
  }

  private show(
    request: AppRequest,
    response: Response,
    token: string,
    found: LetterSubscription | undefined,
    state: StopModel['state'],
  ): void {
    const model: StopModel = found ? { state, token, email: shortened(found.email) } : { state: 'gone', token };
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
    renderPage(response, stopView(this.frames.of(request), model), found ? 200 : 404);
  }
}

/** Nobody reads this: RFC 8058 wants no redirect and no question. */
function answerProgram(response: Response, found: LetterSubscription | undefined): void {
  const words = texts(found?.language ?? 'de').stop;
  response
    .status(found ? 200 : 404)
    .set('Cache-Control', 'no-store')
    .type('text/plain')
    .send(`${found ? words.stopped : words.gone}\n`);
}

async function orUndefined<Found>(search: Promise<Found>): Promise<Found | undefined> {
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
