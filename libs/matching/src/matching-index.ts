import { authoritiesSince } from '@app/authorities/read-authorities.query.js';
import { namedTerritoriesSince } from '@app/authorities/territories/named-territories.query.js';
import { callsSince } from '@app/funding/read-calls.query.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { currentIndexRevision } from '@app/persistence/index-revision.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { MatchingState } from './matching-state.js';

/** The day on which authorities count as valid begins in the middle of Europe; it matters on days when a register changes. */
export const REGISTER_ZONE = HOME_ZONE;

/**
 * The index of this process. Every read compares its revision with the database's and catches up first, so an answer never lags behind a
 * write; LISTEN/NOTIFY only makes that sooner.
 */
@Injectable()
export class MatchingIndex {
  private state: MatchingState | undefined;
  private running: Promise<MatchingState> | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  get isBuilt(): boolean {
    return this.state !== undefined;
  }

  /** The last state that was read, for what may lag a moment and must not wait for the database; undefined before the first. */
  get latest(): MatchingState | undefined {
    return this.state;
  }

  /** The state as of now: whatever was committed before this call is in it. */
  async current(): Promise<MatchingState> {
    // A run that is under way may have read its revision before the caller's write: wait for it, then look again.
    if (this.running) await this.running.catch(() => undefined);
    this.running ??= this.catchUp().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private catchUp(): Promise<MatchingState> {
    return this.transactions.run(systemScope('matching-index'), async (em) => {
      const day = dayAt(this.clock.now(), REGISTER_ZONE).toString();
      const known = this.state ?? MatchingState.empty(day);
      const revision = await currentIndexRevision(em);
      if (revision === known.revision && day === known.day) return known;
      const authorities = revision === known.revision ? [] : await authoritiesSince(em, known.revision);
      const calls = revision === known.revision ? [] : await callsSince(em, known.revision);
      const named = revision === known.revision ? [] : await namedTerritoriesSince(em, known.revision);
      this.state = known.advance({ revision, day, authorities, calls, named });
      return this.state;
    });
  }
}
