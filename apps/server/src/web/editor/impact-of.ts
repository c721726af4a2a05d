import type { Criterion } from '@app/eligibility/criterion.js';
import { type StatedDeadline, trackDeadlines } from '@app/funding/call-deadline.js';
import { Clock } from '@app/kernel/clock.js';
import type { Locale } from '@app/kernel/locale.js';
import { compareOutcomes } from '@app/matching/impact.js';
import type { CallWords } from '@app/matching/lint-context.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { Injectable } from '@nestjs/common';
import { deadlinesFor } from '../calls/call-lists.js';
import type { Impact } from './editor.model.js';
import { boundsOf, warningsOf } from './rule-check.js';

export interface Drafted {
  /** Of a call that is stored: what is published of it is compared. */
  readonly id?: string;
  readonly rule: Criterion;
  readonly deadlines: readonly StatedDeadline[];
  /** What the rule is held against. */
  readonly words: CallWords;
}

/** What a rule and its deadlines would do, stored or not: who fits, by kind and by state, and against what is published. */
@Injectable()
export class ImpactOf {
  constructor(
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  async run({ id, rule, deadlines, words }: Drafted, locale: Locale): Promise<Impact> {
    const state = await this.index.current();
    const { before, after, gained, lost, unknown, kinds, states } = compareOutcomes(
      state.authorities.values(),
      publishedOutcomes(state, id),
      state.outcomesOf(rule),
    );
    const now = this.clock.now();
    const [deadline] = deadlinesFor({ deadlines: trackDeadlines([], deadlines, now) }, { locale, now });
    return {
      total: state.authorities.size,
      counts: after,
      kinds,
      states,
      ...(before && { change: { gained: gained.total, lost: lost.total, unknown: unknown.total } }),
      ...(deadline && { deadline }),
      bounds: boundsOf(state, rule, locale),
      warnings: warningsOf(state, rule, words, locale),
    };
  }
}

/** What everybody sees now; a draft or a call that was withdrawn is compared with nothing. */
function publishedOutcomes(state: MatchingState, id: string | undefined) {
  const indexed = id === undefined ? undefined : state.calls.get(id);
  return indexed?.call.state === 'published' ? indexed.outcomes : undefined;
}
