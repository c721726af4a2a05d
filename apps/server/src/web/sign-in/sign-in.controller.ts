import { SignIn } from '@app/accounts/sign-in.js';
import { SignOut } from '@app/accounts/sign-out.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { PROBLEM_STATUS, PROBLEM_TEXTS } from '@app/kernel/problems.js';
import { textOf } from '@app/kernel/reason.js';
import { Body, Controller, Get, Optional, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow } from '../../edge/access/allow.decorator.js';
import { prepareVisitorForm } from '../../edge/access/csrf.js';
import { localPath } from '../../edge/access/local-path.js';
import type { AppRequest } from '../../edge/access/request.js';
import { dropCookie, SESSION_COOKIE, setSessionCookie, VISITOR_COOKIE } from '../../edge/access/session-cookie.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { Settings } from '../../edge/settings.js';
import { paths } from '../frame/paths.js';
import { DemoLogins } from './demo-logins.js';
import { signInView } from './sign-in.view.js';

type Form = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

@ApiExcludeController()
@Allow('everyone')
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly frames: Frames,
    private readonly settings: Settings,
    @Optional() private readonly demoLogins?: DemoLogins,
  ) {}

  @Get('sign-in')
  form(@Query('next') next: unknown, @Req() request: AppRequest, @Res() response: Response): void {
    if (request.session) response.redirect(303, localPath(next));
    else this.show(request, response, { next });
  }

  @Post('sign-in')
  async enter(@Body() form: Form, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    try {
      const { token } = await this.signIn.run({ email: text(form.email), password: text(form.password), ip: request.ip ?? '' });
      if (request.session) await this.signOut.run(request.session);
      setSessionCookie(response, this.settings.isSecure, token);
      dropCookie(response, this.settings.isSecure, VISITOR_COOKIE);
      response.redirect(303, localPath(form.next));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.show(request, response, form, error);
    }
  }

  @Post('sign-out')
  async leave(@Req() request: AppRequest, @Res() response: Response): Promise<void> {
    if (request.session) await this.signOut.run(request.session);
    dropCookie(response, this.settings.isSecure, SESSION_COOKIE);
    response.redirect(303, paths.calls);
  }

  /** The form; after a failed attempt with the reason in it. The password is never sent back. */
  private show(request: AppRequest, response: Response, form: Form, refusal?: DomainError): void {
    prepareVisitorForm(request, response, this.settings.isSecure);
    const frame = this.frames.of(request);
    const next = localPath(form.next, '');
    const demoLogins = this.demoLogins?.list(frame.locale);
    const error = refusal && textOf(PROBLEM_TEXTS, refusal, frame.locale);
    if (refusal?.params.retryAfterSeconds) response.set('Retry-After', String(refusal.params.retryAfterSeconds));
    const model = { email: text(form.email), ...(next && { next }), ...(error && { error }), ...(demoLogins && { demoLogins }) };
    response.set('Cache-Control', 'no-store');
    renderPage(response, signInView(frame, model), refusal ? PROBLEM_STATUS[refusal.code] : 200);
  }
}
