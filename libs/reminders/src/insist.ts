import { setTimeout as sleep } from 'node:timers/promises';

export interface Insistence {
  /** After this (milliseconds) no new attempt begins. */
  readonly forMs: number;
  /** Between two attempts (milliseconds). */
  readonly everyMs: number;
}

/** A restart of the database takes seconds; with the mailer's 28 s this stays below the lease of a claim (40 s). */
const INSISTENCE: Insistence = { forMs: 10_000, everyMs: 500 };

/** Does what has to be written down because it has happened, and tries again where that fails. Throws what the last attempt threw. */
export async function insist<Result>(work: () => Promise<Result>, { forMs, everyMs } = INSISTENCE): Promise<Result> {
  const started = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() - started + everyMs > forMs) throw error;
      await sleep(everyMs);
    }
  }
}
