import type { PartlyLocalized } from '@app/kernel/locale.js';

/** A day that an authority has set itself on the way to an application. */
export interface Milestone {
  readonly id: string;
  readonly authorityId: string;
  readonly callId: string;
  /** What it was reckoned from: 'step:papers', 'sitting:council'; 'own:<id>' for one that people have added. */
  readonly source: string;
  readonly name: PartlyLocalized;
  /** "2014-06-24". */
  readonly day: string;
  /** The day that the plan gave when it was taken over, whatever people have made of it since; null for their own. */
  readonly plannedOn: string | null;
  /** The closing day of the call at that time. */
  readonly closesOn: string | null;
  readonly doneAt: Temporal.Instant | null;
  readonly removedAt: Temporal.Instant | null;
  /** For calendars: rises with each change of day, name or state, from 0. */
  readonly sequence: number;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export interface MilestoneContent {
  readonly name: PartlyLocalized;
  readonly day: string;
}

/** Of one call; more are no plan. */
export const MOST_MILESTONES = 100;
