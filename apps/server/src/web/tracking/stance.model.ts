import { dayAt } from '@app/kernel/clock.js';
import type { DismissalReason, StanceKind } from '@app/tracking/stance.js';
import type { StanceRow } from '@app/tracking/stances.query.js';
import type { Day } from '../pieces/day.js';

/** What the reader and their colleagues decided about a call. */
export interface StanceModel {
  readonly own?: {
    readonly kind: StanceKind;
    readonly reason?: DismissalReason;
    readonly note?: string;
    readonly since: Day;
    readonly version: number;
  };
  readonly colleagues: readonly {
    readonly name: string;
    readonly kind: StanceKind;
    readonly reason?: DismissalReason;
    readonly note?: string;
  }[];
}

export function stanceModel(stances: readonly StanceRow[], personId: string, zone: string): StanceModel {
  const own = stances.find((stance) => stance.personId === personId);
  return {
    ...(own && { own: { ...decisionOf(own), since: dayAt(own.since, zone).toString(), version: own.version } }),
    colleagues: stances.filter((stance) => stance !== own).map((stance) => ({ name: stance.personName, ...decisionOf(stance) })),
  };
}

function decisionOf({ kind, reason, note }: StanceRow) {
  return { kind, ...(reason && { reason }), ...(note && { note }) };
}
