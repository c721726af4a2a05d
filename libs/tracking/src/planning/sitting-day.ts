import { SITTING_KINDS, type Sitting, type SittingKind } from '@app/deadlines/planning/sitting.js';
import type { Fault } from '@app/kernel/domain-error.js';

/** What people say of a sitting. */
export interface SittingDayContent {
  readonly kind: SittingKind;
  readonly name: string;
  /** "2014-07-15". */
  readonly day: string;
}

/** A stored one. */
export interface SittingDay extends Sitting {
  readonly id: string;
  /** It came with a calendar file. */
  readonly imported: boolean;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export const LONGEST_NAME = 200;
/** Of one authority: twenty bodies that sit every week for two years. */
export const MOST_SITTINGS = 2_000;

export function sittingFaults({ kind, name }: Pick<SittingDayContent, 'kind' | 'name'>): Fault[] {
  const faults: Fault[] = [];
  if (!SITTING_KINDS.includes(kind)) faults.push({ pointer: '/kind', code: 'not-one-of', params: { allowed: SITTING_KINDS } });
  if (name.trim() === '') faults.push({ pointer: '/name', code: 'too-short', params: { least: 1 } });
  if (name.length > LONGEST_NAME) faults.push({ pointer: '/name', code: 'too-long', params: { most: LONGEST_NAME } });
  return faults;
}
