import type { LeadStep } from './lead-step.js';
import type { Body, Sitting } from './sitting.js';

/** What a plan is made of. Days are those of the authority. */
export interface PlanQuestion<S extends Sitting = Sitting> {
  /** As the call names it, before any weekend rule. */
  readonly closing: Temporal.PlainDate;
  /** The deadline ends at a clock time: a sitting on that very day comes too late. */
  readonly endsWithinDay?: boolean;
  readonly sittings: readonly S[];
  /** Without faults (see `stepFaults`). */
  readonly steps: readonly LeadStep[];
  readonly today: Temporal.PlainDate;
  /** Whose holidays are no working days: "DE-NW". */
  readonly region: string | undefined;
  /** Steps that are done: their day may pass. */
  readonly done?: ReadonlySet<string>;
}

/** Why a body cannot decide in time. */
export type SittingProblem =
  /** No sitting of the body is known at all. */
  | { readonly code: 'none-entered' }
  /** Those that are known are later than `limit`; `next` is the first of them. */
  | { readonly code: 'none-before'; readonly next: Temporal.PlainDate }
  /** The last one before `limit` was on `day`. */
  | { readonly code: 'over'; readonly day: Temporal.PlainDate }
  /** The last one before `limit` is still ahead, but what had to be done for it was due on `due`. */
  | { readonly code: 'too-late'; readonly day: Temporal.PlainDate; readonly step: string; readonly due: Temporal.PlainDate };

export interface PlannedSitting<S extends Sitting = Sitting> {
  readonly body: Body;
  /** The last day on which it may sit. */
  readonly limit: Temporal.PlainDate;
  /** The last usable one; absent when none is left, and then `problem` says why. */
  readonly sitting?: S;
  readonly problem?: SittingProblem;
}

export interface PlannedStep {
  readonly step: LeadStep;
  /** The latest day; absent when the sitting that it is counted from is not known. */
  readonly day?: Temporal.PlainDate;
  /** The last working day up to `day`, where that is none itself. */
  readonly workingDay?: Temporal.PlainDate;
  /** Of a step that leads to a sitting: the body (`bodyKey`), without which it has no use. */
  readonly lostWith?: string;
  /** `day` lies before today, and the step is not done. */
  readonly passed: boolean;
}

export interface Plan<S extends Sitting = Sitting> {
  /** `missed`: the day of a step that is counted from the deadline has passed. */
  readonly state: 'in_time' | 'missed' | 'no_sitting';
  readonly closing: Temporal.PlainDate;
  /** Those that steps look at, councils before committees. */
  readonly sittings: readonly PlannedSitting<S>[];
  /** In the order of their days, those without one last. */
  readonly steps: readonly PlannedStep[];
}
