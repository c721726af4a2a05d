import { DomainError } from '@app/kernel/domain-error.js';
import { type AddressToVerify, VerifyAddress } from '@app/reminders/addresses/verify-address.js';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { WithoutCsrf } from '../../edge/access/without-csrf.decorator.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import type { VerificationModel } from './addresses.model.js';
import { verificationView } from './verification.view.js';

/** Proving an address by the link in the letter to it, without signing in. The link is the secret: no page passes it on or is kept. */
@ApiExcludeController()
@Allow('everyone')
@Controller('addresses/verification/:token')
export class VerificationController {
  constructor(
    private readonly frames: Frames,
    private readonly verifyAddress: VerifyAddress,
  ) {}

  /** Changes nothing: link scanners open every address in a mail. */
  @Get()
  async ask(@Param('token') token: string, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    this.show(request, response, { state: 'ask', token }, await orUndefined(this.verifyAddress.find(token)));
  }

  @Post()
  @WithoutCsrf()
  async verify(@Param('token') token: string, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    this.show(request, response, { state: 'verified', token }, await orUndefined(this.verifyAddress.run(token)));
  }

  private show(request: AppRequest, response: Response, model: VerificationModel, found: AddressToVerify | undefined): void {
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
    const shown: VerificationModel = found ? { ...model, address: found.address } : { ...model, state: 'gone' };
    renderPage(response, verificationView(this.frames.of(request), shown), found ? 200 : 404);
  }
}

async function orUndefined<Found>(search: Promise<Found>): Promise<Found | undefined> {
  return search.catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  });
}
