/** The only source of "now". Its adapter stands in config/; everything below receives an instant or a day as an argument. */
export abstract class Clock {
  abstract now(): Temporal.Instant;

  /** The same since 1970, in whole milliseconds: for what is asked thousands of times a second. */
  milliseconds(): number {
    return this.now().epochMilliseconds;
  }
}

/**
 * The machine's own time, whatever --now says. For what others check against theirs (signatures of webhooks) and for what is about the
 * machine itself (heartbeats); never for anything that people see as a day of the product.
 */
export abstract class WallClock extends Clock {}

/** A clock that stands still until it is set: for tests and for the previews of other days. */
export class FixedClock extends Clock {
  constructor(private instant: Temporal.Instant) {
    super();
  }

  now(): Temporal.Instant {
    return this.instant;
  }

  set(instant: Temporal.Instant | string): void {
    this.instant = Temporal.Instant.from(instant.toString());
  }

  advance(duration: Temporal.DurationLike): void {
    this.instant = this.instant.add(duration);
  }
}

/** The local day at an instant; `zone` is an IANA name. */
export function dayAt(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}
