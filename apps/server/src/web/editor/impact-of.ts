import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import type { OutcomeSets } from '@app/eligibility/index/applicant-index.js';
import { type StatedDeadline, trackDeadlines } from '@app/funding/call-deadline.js';
import { Clock } from '@app/kernel/clock.js';
import type { Locale } from '@app/kernel/locale.js';
import type { CallWords } from '@app/matching/lint-context.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { tallyOf } from '@app/matching/outcome-of.js';
import { Injectable } from '@nestjs/common';
import { deadlinesFor } from '../calls/call-lists.js';
import { statesOf } from '../calls/states-of.js';
import type { Impact } from './editor.model.js';
import { boundaryOf, warningsOf } from './rule-check.js';

/** Neutral kinds in the order of the panel; every authority of the register has exactly one of them. */
const KINDS = ['municipality', 'county', 'municipal_association'];

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
    const sets = state.outcomesOf(rule);
    const { eligible, eligible_jointly: jointly, undetermined } = tallyOf(sets);
    const now = this.clock.now();
    const [deadline] = deadlinesFor({ deadlines: trackDeadlines([], deadlines, now) }, { locale, now });
    return {
      total: state.authorities.size,
      eligible,
      jointly,
      undetermined,
      kinds: kindsOf(state, sets),
      states: statesOf(state, sets),
      ...changeOf(state, sets, id),
      ...(deadline && { deadline }),
      boundary: boundaryOf(state, rule, locale),
      warnings: warningsOf(state, rule, words, locale),
    };
  }
}

const kindOf = ({ types }: AuthorityView): string => KINDS.find((kind) => types.includes(kind)) ?? types[0] ?? '';

function kindsOf(state: MatchingState, sets: OutcomeSets): Impact['kinds'] {
  const rows = new Map(KINDS.map((type) => [type, { type, eligible: 0, jointly: 0, undetermined: 0, total: 0 }]));
  for (const authority of state.authorities.values()) {
    const type = kindOf(authority);
    const row = rows.get(type) ?? { type, eligible: 0, jointly: 0, undetermined: 0, total: 0 };
    rows.set(type, row);
    row.total += 1;
    if (sets.eligible.has(authority.ordinal)) row.eligible += 1;
    else if (sets.eligible_jointly.has(authority.ordinal)) row.jointly += 1;
    else if (sets.undetermined.has(authority.ordinal)) row.undetermined += 1;
  }
  return [...rows.values()].filter(({ total }) => total > 0);
}

/** Who comes to fit and who no longer does, against what everybody sees now. */
function changeOf(state: MatchingState, sets: OutcomeSets, id: string | undefined): Pick<Impact, 'change'> {
  const published = id === undefined ? undefined : state.calls.get(id);
  if (published?.call.state !== 'published') return {};
  const before = published.outcomes.eligible;
  return { change: { gained: sets.eligible.minus(before).count(), lost: before.minus(sets.eligible).count() } };
}
