import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import { type CallDeadline, statedOf } from '@app/funding/call-deadline.js';
import { type CallRecord, titleOf } from '@app/funding/call-record.js';
import { reckonDeadlines } from '@app/funding/call-status.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { Injectable } from '@nestjs/common';
import { ReadCallFor } from '../../api/calls/read-call-for.js';
import type { AmendmentModel } from './amendment.model.js';
import { deadlineFromJson } from './deadline-form-from.js';

/** What is to be amended, as it stands. */
export interface Amendable {
  readonly call: CallRecord;
  readonly deadline: CallDeadline;
  readonly model: AmendmentModel;
}

/** A deadline of a call with the form that moves it. */
@Injectable()
export class AmendmentPage {
  constructor(
    private readonly readCall: ReadCallFor,
    private readonly clock: Clock,
  ) {}

  /** Throws not-found for a deadline that the call does not have (any more). */
  async load(actor: Actor, id: string, deadlineId: string, locale: Locale): Promise<Amendable> {
    const call = await this.readCall.run(actor, id);
    const found = reckonDeadlines(call, this.clock.now()).find(({ deadline }) => deadline.id === deadlineId);
    if (!found) throw new DomainError('not-found');
    const { deadline, state } = found;
    const model = {
      callId: id,
      deadlineId,
      version: call.version,
      title: titleOf(call, locale),
      stage: deadline.stage,
      now: deadlineSentence(deadline, state, locale),
      form: deadlineFromJson(statedOf(deadline), locale),
      reason: '',
      errors: {},
    };
    return { call, deadline, model };
  }
}
