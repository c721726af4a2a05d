import { isDeepStrictEqual } from 'node:util';
import { type DeadlineState, evaluateDeadline } from '@app/deadlines/evaluate-deadline.js';
import type { StatedDeadline } from './call-deadline.js';
import { applicationDeadlineOf } from './call-status.js';

/** What became of a deadline, as people say it. `follows`: nobody touched it, it is reckoned from another one that moved. */
export const DEADLINE_STEPS = [
  'extended',
  'shortened',
  'exhausted',
  'reopened',
  'taken_back',
  'announced',
  'changed',
  'added',
  'removed',
  'follows',
] as const;
export type DeadlineStep = (typeof DEADLINE_STEPS)[number];

/** A deadline in one state of its call. */
export interface DeadlineAt {
  readonly deadline: StatedDeadline;
  readonly state: DeadlineState;
}

export interface DeadlineDifference {
  readonly step: DeadlineStep;
  readonly stage: string;
  /** Absent: it was added. */
  readonly before?: DeadlineAt;
  /** Absent: it was removed. */
  readonly after?: DeadlineAt;
}

/**
 * What two states of a call's deadlines differ in, in the order of the call, both reckoned at the same instant. A deadline is the same
 * while its id is; relative ones that only follow are named too, since their day moved.
 */
export function deadlineDifferences(
  before: readonly StatedDeadline[],
  after: readonly StatedDeadline[],
  at: Temporal.Instant,
): DeadlineDifference[] {
  const [was, is] = [reckoned(before, at), reckoned(after, at)];
  const ids = [...is.keys(), ...[...was.keys()].filter((id) => !is.has(id))];
  return ids.flatMap((id): DeadlineDifference[] => {
    const [one, other] = [was.get(id), is.get(id)];
    const step = stepOf(one, other);
    if (step === undefined) return [];
    return [{ step, stage: (other ?? one)!.deadline.stage, ...(one && { before: one }), ...(other && { after: other }) }];
  });
}

/** A deadline without an id (not saved yet) is told by its place. */
function reckoned(deadlines: readonly StatedDeadline[], at: Temporal.Instant): Map<string, DeadlineAt> {
  const applicationDeadline = applicationDeadlineOf(deadlines);
  return new Map(
    deadlines.map((deadline, place) => [
      deadline.id ?? `place ${place}`,
      { deadline, state: evaluateDeadline(deadline, at, { applicationDeadline }) },
    ]),
  );
}

function stepOf(before: DeadlineAt | undefined, after: DeadlineAt | undefined): DeadlineStep | undefined {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  if (isDeepStrictEqual(before.deadline, after.deadline)) return closing(before) === closing(after) ? undefined : 'follows';
  if (isExhausted(before) !== isExhausted(after)) return isExhausted(after) ? 'exhausted' : 'reopened';
  if (isDeepStrictEqual(before.deadline.schedule, after.deadline.schedule)) return 'changed';
  if (after.deadline.schedule.kind === 'unannounced') return 'taken_back';
  return movement(before, after);
}

function movement(before: DeadlineAt, after: DeadlineAt): DeadlineStep {
  const [from, to] = [before.state.closesAt, after.state.closesAt];
  if (to === undefined) return 'changed';
  if (from === undefined) return 'announced';
  const order = Temporal.Instant.compare(from, to);
  if (order === 0) return 'changed';
  if (order > 0) return 'shortened';
  return before.state.status === 'closed' && after.state.status !== 'closed' ? 'reopened' : 'extended';
}

function closing({ state }: DeadlineAt): string | undefined {
  return state.closesAt?.toString();
}

function isExhausted({ deadline: { schedule } }: DeadlineAt): boolean {
  return schedule.kind === 'rolling' && schedule.exhausted === true;
}
