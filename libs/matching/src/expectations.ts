import type { CallRecord } from '@app/funding/call-record.js';
import { type Expectation, expectedRounds } from '@app/funding/expected-rounds.js';
import { REGISTER_ZONE } from './matching-index.js';
import type { MatchingState } from './matching-state.js';

type OneCall = Pick<CallRecord, 'id' | 'program'>;

/** What was reckoned for a programme is right as long as its calls are the same on the same day. */
interface Reckoned {
  readonly day: string;
  readonly calls: readonly CallRecord[];
  readonly expectations: readonly Expectation[];
}

/** By the last call of the programme. */
const KNOWN = new WeakMap<CallRecord, Reckoned>();
const OF_STATE = new WeakMap<MatchingState, Expectations>();

/** The rounds that are expected on the day of a state, and those that the real round has replaced lately. Programmes are reckoned when asked for. */
export class Expectations {
  private readonly programs: ReadonlyMap<string, readonly CallRecord[]>;

  private constructor(private readonly state: MatchingState) {
    this.programs = Map.groupBy(state.calls.all(), ({ program }) => program.id);
  }

  static of(state: MatchingState): Expectations {
    const known = OF_STATE.get(state);
    if (known) return known;
    const made = new Expectations(state);
    OF_STATE.set(state, made);
    return made;
  }

  /** What is expected after a past round. */
  after({ id, program }: OneCall): Expectation | undefined {
    return this.ofProgram(program.id).find(({ past }) => past.some((call) => call.id === id));
  }

  /** For calendars, which show it with the last past round: replaced ones too. */
  shownWith({ id, program }: OneCall): Expectation | undefined {
    return this.reckoned(program.id).find(({ past }) => past.at(-1)!.id === id);
  }

  ofProgram(programId: string): Expectation[] {
    return this.reckoned(programId).filter(({ replacedBy }) => !replacedBy);
  }

  private reckoned(programId: string): readonly Expectation[] {
    const calls = this.programs.get(programId) ?? [];
    const last = calls.at(-1);
    if (!last || calls.length < 2) return [];
    const known = KNOWN.get(last);
    const { day } = this.state;
    if (known?.day === day && known.calls.length === calls.length && known.calls.every((call, i) => call === calls[i]))
      return known.expectations;
    const expectations = expectedRounds(calls, Temporal.PlainDate.from(day), REGISTER_ZONE);
    KNOWN.set(last, { day, calls, expectations });
    return expectations;
  }
}
