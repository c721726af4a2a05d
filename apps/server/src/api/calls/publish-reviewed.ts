import { lintRule } from '@app/eligibility/linting/lint-rule.js';
import { PublishCall, type WarningAnswer } from '@app/funding/publish-call.js';
import type { Actor } from '@app/kernel/actor.js';
import { lintContextOf } from '@app/matching/lint-context.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { BOUND_ANSWER, witnesses } from '@app/matching/witnesses.js';
import { Injectable } from '@nestjs/common';
import { ReadCallFor } from './read-call-for.js';

/**
 * Publication as API and pages do it: what the rule is warned of at that moment, and each of its numeric bounds, goes into the audit trail,
 * with or without an answer.
 */
@Injectable()
export class PublishReviewed {
  constructor(
    private readonly readCall: ReadCallFor,
    private readonly index: MatchingIndex,
    private readonly publishCall: PublishCall,
  ) {}

  async run(actor: Actor, id: string, version: number, answers: readonly WarningAnswer[]): Promise<void> {
    const call = await this.readCall.run(actor, id);
    const state = await this.index.current();
    const lints = lintRule(call.rule, lintContextOf(state, call)).filter(({ severity }) => severity === 'warning');
    const bounds = witnesses(state, call.rule).map(({ boundPath }) => ({ code: BOUND_ANSWER, path: boundPath }));
    await this.publishCall.run(actor, id, version, { answers, warnings: [...lints, ...bounds] });
  }
}
