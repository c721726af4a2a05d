import type { WorkCounts } from '@app/reminders/work-counts.js';

/** Work that has to be looked for again and again: data, so that administrators can be shown a list of it. */
export interface Task {
  readonly name: string;
  /** What it does, for administrators. */
  readonly sentence: { readonly de: string; readonly en: string };
  /** Between the beginnings of two runs, in real seconds; never a time of day. */
  readonly everySeconds: number;
  /** May run in any number of workers at once, and twice. `now` was read from the Clock for this run. */
  run(now: Temporal.Instant): Promise<WorkCounts>;
}
