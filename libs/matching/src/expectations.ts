import { type Expectation, expectedRounds } from '@app/funding/expected-rounds.js';
import { REGISTER_ZONE } from './matching-index.js';
import type { MatchingState } from './matching-state.js';

/** The rounds that are expected on the day of a state, and those that the real round has replaced lately. */
export class Expectations {
  private static readonly ofState = new WeakMap<MatchingState, Expectations>();
  /** By the last past round, with those replaced. */
  private readonly byLast: ReadonlyMap<string, Expectation>;
  private readonly byRound: ReadonlyMap<string, Expectation>;

  private constructor(private readonly all: readonly Expectation[]) {
    this.byLast = new Map(all.map((each) => [each.past.at(-1)!.id, each]));
    const expected = all.filter(({ replacedBy }) => !replacedBy);
    this.byRound = new Map(expected.flatMap((each) => each.past.map(({ id }) => [id, each] as const)));
  }

  /** Reckoned once for a state. */
  static of(state: MatchingState): Expectations {
    const known = Expectations.ofState.get(state);
    if (known) return known;
    const reckoned = new Expectations(expectedRounds(state.calls.all(), Temporal.PlainDate.from(state.day), REGISTER_ZONE));
    Expectations.ofState.set(state, reckoned);
    return reckoned;
  }

  /** What is expected after a past round. */
  after(callId: string): Expectation | undefined {
    return this.byRound.get(callId);
  }

  /** For calendars, which show it with the last past round: replaced ones too. */
  shownWith(callId: string): Expectation | undefined {
    return this.byLast.get(callId);
  }

  ofProgram(programId: string): Expectation[] {
    return this.all.filter((each) => each.programId === programId && !each.replacedBy);
  }
}
