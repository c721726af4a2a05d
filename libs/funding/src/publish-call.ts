import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { loadCall, saveCall } from './call-store.js';

/** What an editor says to a warning about the rule; it stands in the audit trail. */
export interface WarningAnswer {
  readonly code: string;
  readonly path: string;
  readonly note: string;
}

/** A warning that stood when the call was published, by its code and its place in the rule. */
export type RaisedWarning = Pick<WarningAnswer, 'code' | 'path'>;

export interface PublicationReview {
  readonly answers?: readonly WarningAnswer[];
  /** Those without an answer stand as such in the audit trail; none of them stops a publication. */
  readonly warnings?: readonly RaisedWarning[];
}

/** From now on everybody sees the call, matches and feeds at once, letters when they are due. */
@Injectable()
export class PublishCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run(actor: Actor, id: string, version: number, { answers = [], warnings = [] }: PublicationReview = {}): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const call = await loadCall(em, id, version);
      call.publish(at);
      await saveCall(em, call, { kind: 'published', actor, at, answers, unanswered: unanswered(warnings, answers) });
      await this.jobs.enqueue(em, 'call-changed', { callId: id });
    });
  }
}

function unanswered(warnings: readonly RaisedWarning[], answers: readonly WarningAnswer[]): RaisedWarning[] {
  const answered = new Set(answers.map(({ code, path }) => `${code} ${path}`));
  return warnings.filter(({ code, path }) => !answered.has(`${code} ${path}`)).map(({ code, path }) => ({ code, path }));
}
