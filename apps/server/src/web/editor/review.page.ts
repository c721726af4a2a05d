import { contradictions } from '@app/eligibility/contradiction.js';
import { describeRule } from '@app/eligibility/describe-rule.js';
import { entitled } from '@app/eligibility/entitled.js';
import { type CallRecord, partnersOf, presentDeadlines, roundName, titleOf } from '@app/funding/call-record.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { PROBLEM_TEXTS } from '@app/kernel/problems.js';
import { textOf } from '@app/kernel/reason.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Injectable } from '@nestjs/common';
import { ReadCallFor } from '../../api/calls/read-call-for.js';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { deadlinesFor } from '../calls/call-lists.js';
import { toRuleNode } from '../pieces/explained-rule.js';
import { draftedOf } from './drafted.js';
import type { Impact, ReviewModel } from './editor.model.js';
import { ImpactOf } from './impact-of.js';

/** A call as it would be published, with what that would do and what stands in its way. */
@Injectable()
export class ReviewPage {
  constructor(
    private readonly readCall: ReadCallFor,
    private readonly index: MatchingIndex,
    private readonly impactOf: ImpactOf,
    private readonly clock: Clock,
  ) {}

  async model(actor: Actor, id: string, locale: Locale): Promise<ReviewModel> {
    const call = await this.readCall.run(actor, id);
    const state = await this.index.current();
    const drafted = draftedOf(call);
    const previous = call.previousCallId && state.calls.get(call.previousCallId)?.call;
    const impact = drafted && (await this.impactOf.run(drafted, locale));
    const obstacles = obstaclesOf(call, locale);
    const summary = inLocale(call.summary ?? undefined, locale);
    return {
      id,
      version: call.version,
      state: call.state,
      title: titleOf(call, locale),
      ...(summary !== '' && { summary }),
      programId: call.program.id,
      program: inLocale(call.program.title, locale),
      round: roundName(call.round, locale),
      ...(previous && { previousRound: titleOf(previous, locale) }),
      partners: partnersOf(call),
      award: call.award,
      ...(call.source && { source: call.source }),
      winners: call.winners.map((key) => state.authority(key)?.name ?? key),
      rule: drafted ? toRuleNode(describeRule(entitled(call.rule, state.named, locale), locale)) : {},
      deadlines: deadlinesFor(call, { locale, now: this.clock.now() }),
      ...(impact && { impact }),
      obstacles,
      ...(obstacles.length === 0 && call.state === 'draft' ? askedOf(impact) : { questions: [], bounds: [] }),
    };
  }
}

/** What publishing would be refused for (contract §5): a rule that nobody can ever meet, no deadline. */
function obstaclesOf(call: CallRecord, locale: Locale): string[] {
  const faults = contradictions(call.rule).map((fault) => faultDetail(fault, locale));
  const missing = presentDeadlines(call).length === 0 ? [textOf(PROBLEM_TEXTS, { code: 'no-deadline', params: {} }, locale)] : [];
  return [...new Set([...faults, ...missing])];
}

/** What publishing asks for: an answer to each warning, a click on each numeric bound. */
function askedOf(impact: Impact | undefined): Pick<ReviewModel, 'questions' | 'bounds'> {
  const { warnings = [], bounds = [] } = impact ?? {};
  return {
    questions: warnings.filter(({ severity }) => severity !== 'danger').map((warning) => ({ ...warning, note: '' })),
    bounds: bounds.map((bound) => ({ ...bound, isConfirmed: false })),
  };
}
