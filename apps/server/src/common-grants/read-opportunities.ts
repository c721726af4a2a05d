import type { CallRecord } from '@app/funding/call-record.js';
import { callStateAt } from '@app/funding/call-status.js';
import { callsWithWords } from '@app/funding/read-calls.query.js';
import { readPrograms } from '@app/funding/read-programs.query.js';
import { Clock } from '@app/kernel/clock.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { byLastChange, currentOf, type KnownProgram, lastModifiedAt, newestPublicationFirst, type ProgramRounds } from './known-program.js';

interface Known {
  /** What the index held when they were read: another state, and they are read again. */
  readonly state: MatchingState;
  /** The last change first. */
  readonly programs: readonly KnownProgram[];
}

/** Programmes of which a round is or was published, each with those rounds; drafts are in none of them. */
@Injectable()
export class ReadOpportunities {
  private known: Known | undefined;

  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The last change first. Where their rounds stand is asked of `reckon`: a page needs it of its own programmes only. */
  async all(): Promise<readonly KnownProgram[]> {
    const state = await this.index.current();
    if (this.known?.state !== state) this.known = { state, programs: await this.read(state) };
    return this.known.programs;
  }

  /** Programmes in one of whose rounds every word occurs. */
  async withWords(words: string): Promise<KnownProgram[]> {
    const found = await this.transactions.run({ kind: 'nobody' }, (em) => callsWithWords(em, words));
    return (await this.all()).filter(({ calls }) => calls.some((call) => found.has(call.id)));
  }

  /** With where each round stands at this instant. */
  reckon(known: KnownProgram): ProgramRounds {
    const now = this.clock.now();
    const rounds = known.calls.map((call) => ({ call, state: callStateAt(call, now) }));
    return { ...known, rounds, current: currentOf(rounds) };
  }

  private async read(state: MatchingState): Promise<KnownProgram[]> {
    const byProgram = Map.groupBy(state.calls.all(), ({ program }) => program.id);
    const programs = await this.transactions.run({ kind: 'nobody' }, readPrograms);
    return programs
      .flatMap((program) => {
        const calls: CallRecord[] | undefined = byProgram.get(program.id)?.toSorted(newestPublicationFirst);
        return calls ? [{ program, calls, lastModifiedAt: lastModifiedAt(program, calls) }] : [];
      })
      .toSorted(byLastChange);
  }
}
