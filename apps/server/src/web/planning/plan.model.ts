import type { Day } from '../pieces/day.js';

/** What an authority has to do until when before it can apply, and what it has made of that. */
export interface CallPlanModel {
  /** The authority, as the forms send it. */
  key: string;
  name: string;
  today: Day;
  closesOn?: Day;
  suggested: boolean;
  missed: boolean;
  /** Sentences: why no sitting is left. */
  problems: readonly string[];
  /** By day, those without one last. */
  rows: readonly PlanRow[];
  /** Days that are no milestones yet. */
  canTake: boolean;
  misfits: readonly { name: string; before: Day; after?: Day }[];
  /** Closing day when the milestones were taken over, where it is another one by now. */
  closedOnThen?: Day;
  milestones: readonly MilestoneRow[];
  /** What went wrong with the last form. */
  error?: 'invalid' | 'stale';
}

export interface PlanRow {
  what: string;
  day?: Day;
  workingDay?: Day;
  passed: boolean;
}

export interface MilestoneRow {
  id: string;
  name: string;
  day: Day;
  doneOn?: Day;
  version: number;
}
