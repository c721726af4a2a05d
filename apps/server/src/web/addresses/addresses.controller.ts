import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { KeepAddresses } from '@app/reminders/addresses/keep-addresses.js';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { type Body as Form, textOf } from '../editor/form-reading.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import type { AddressesModel } from './addresses.model.js';
import { addressesView } from './addresses.view.js';

const STEPS = ['choose', 'leave-out', 'remove', 'ask'] as const;
type Step = (typeof STEPS)[number];
const SAVED = { choose: 'chosen', 'leave-out': 'chosen', remove: 'removed', ask: 'asked' } as const satisfies Record<Step, string>;

/** Where one's own letters go. */
@ApiExcludeController()
@Allow('signed-in')
@Controller('reminders/addresses')
export class AddressPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly keepAddresses: KeepAddresses,
  ) {}

  @Get()
  async show(
    @Query() { saved, refused }: Form,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ) {
    const happened = (['added', 'asked', 'chosen', 'removed'] as const).find((each) => each === saved);
    const hindered = (['last', 'later', 'stale'] as const).find((each) => each === refused);
    const more = { ...(happened && { saved: happened }), ...(hindered && { refused: hindered }) };
    renderPage(response, addressesView(this.frames.of(request), { ...(await this.model(actor)), ...more }));
  }

  @Post()
  async add(@Body() body: Form, @CurrentActor() actor: SignedInPerson, @Req() request: AppRequest, @Res() response: Response) {
    const entered = textOf(body, 'address').slice(0, 400);
    try {
      await this.keepAddresses.add(actor, actor.id, entered);
      response.redirect(303, `${paths.addresses}?saved=added`);
    } catch (error) {
      const frame = this.frames.of(request);
      const words = texts(frame.locale).addresses.faults;
      const code = error instanceof DomainError ? (error.faults[0]?.code ?? error.code) : '';
      if (!(code in words)) throw error;
      renderPage(response, addressesView(frame, { ...(await this.model(actor)), entered, errors: { address: words[code]! } }), 422);
    }
  }

  @Post(':id')
  async step(@IdParam('id') id: string, @Body() body: Form, @CurrentActor() actor: SignedInPerson, @Res() response: Response) {
    const step = STEPS.find((known) => known === body.do);
    if (!step) throw new DomainError('bad-request');
    const answer = await this.take(actor, id, step, Number(textOf(body, 'version'))).then(() => `saved=${SAVED[step]}`, refusalOf);
    response.redirect(303, `${paths.addresses}?${answer}`);
  }

  private take(actor: SignedInPerson, id: string, step: Step, version: number): Promise<void> {
    switch (step) {
      case 'choose':
      case 'leave-out':
        return this.keepAddresses.choose(actor, actor.id, id, version, step === 'choose');
      case 'remove':
        return this.keepAddresses.remove(actor, actor.id, id, version);
      case 'ask':
        return this.keepAddresses.ask(actor, actor.id, id);
    }
  }

  private async model(actor: SignedInPerson): Promise<AddressesModel> {
    return { addresses: await this.keepAddresses.list(actor, actor.id), entered: '', errors: {} };
  }
}

/** What the page says of a button that did nothing; a second click finds the address gone, and that is no trouble. */
function refusalOf(error: unknown): string {
  const code = error instanceof DomainError ? error.code : '';
  if (code === 'invalid' || code === 'conflict') return 'refused=last';
  if (code === 'too-many-requests') return 'refused=later';
  if (code === 'stale' || code === 'not-found') return 'refused=stale';
  throw error;
}
