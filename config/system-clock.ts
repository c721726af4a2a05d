import { Clock } from '@app/kernel/clock.js';

/** The Clock adapter: the one place that reads the time. With a start instant (`--now`) it starts there and runs on at the usual pace. */
export class SystemClock extends Clock {
  private readonly shiftMs: number;

  constructor(readonly startedAt?: Temporal.Instant) {
    super();
    this.shiftMs = startedAt ? startedAt.epochMilliseconds - Temporal.Now.instant().epochMilliseconds : 0;
  }

  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.milliseconds());
  }

  override milliseconds(): number {
    return Date.now() + this.shiftMs;
  }

  /** Whether people look at a day that was set for them: pages then say so. */
  get isSet(): boolean {
    return this.startedAt !== undefined;
  }
}
