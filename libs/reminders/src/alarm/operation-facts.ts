/** When a task last ran through, and when and why it last failed. */
export interface TaskTick {
  readonly task: string;
  readonly tickedAt: Temporal.Instant | null;
  readonly failedAt: Temporal.Instant | null;
  readonly reason: string | null;
}

/** What is known of the running of an installation at one moment. All instants but those of mail are real ones. */
export interface OperationFacts {
  /** By the clock of this process. */
  readonly at: Temporal.Instant;
  /** How far the database's clock is ahead of it, in milliseconds. */
  readonly databaseAheadMs: number;
  readonly ticks: readonly TaskTick[];
  readonly mail: {
    /** By the set clock, where there is one. */
    readonly lastSentAt: Temporal.Instant | null;
    /** Letters that the mail server has not taken since then, for now or for good. */
    readonly refused: number;
    /** Of these those that were refused for now three times and more, which still wait or were given up: for six minutes at least. */
    readonly stubborn: number;
    /** What it said last. */
    readonly response: string | null;
  };
  readonly queue: {
    /** Jobs whose time has come. */
    readonly waiting: number;
    /** Since when the first of them could have been done, in seconds; 0: none waits. */
    readonly oldestSeconds: number;
  };
}
