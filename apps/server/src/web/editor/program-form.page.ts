import { type CallRecord, titleOf } from '@app/funding/call-record.js';
import { draftCalls } from '@app/funding/read-calls.query.js';
import type { ProgramRecord } from '@app/funding/read-programs.query.js';
import { readProgram } from '@app/funding/read-programs.query.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { ProgramFormModel } from './editor.model.js';

/** The form of a programme with its rounds. */
@Injectable()
export class ProgramFormPage {
  constructor(
    private readonly transactions: Transactions,
    private readonly index: MatchingIndex,
  ) {}

  async stored(actor: Actor, id: string): Promise<ProgramRecord> {
    const program = await this.transactions.run(scopeOf(actor), (em) => readProgram(em, id));
    if (!program) throw new DomainError('not-found');
    return program;
  }

  async model(actor: Actor, locale: Locale, shown: Pick<ProgramFormModel, 'id' | 'form' | 'errors' | 'saved'>): Promise<ProgramFormModel> {
    const calls = shown.id === undefined ? [] : await this.roundsOf(actor, shown.id);
    return { ...shown, calls: calls.map((call) => ({ id: call.id, title: titleOf(call, locale), state: call.state })) };
  }

  /** The newest first, drafts among them. */
  private async roundsOf(actor: Actor, programId: string): Promise<CallRecord[]> {
    const state = await this.index.current();
    const drafts = await this.transactions.run(scopeOf(actor), (em) => draftCalls(em));
    const calls = [...drafts, ...[...state.calls.values()].map(({ call }) => call)];
    return calls.filter(({ program }) => program.id === programId).sort((a, b) => b.ordinal - a.ordinal);
  }
}
