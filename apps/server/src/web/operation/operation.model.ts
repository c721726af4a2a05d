import type { Instant } from '../pieces/day.js';

/** GET /operation. */
export interface OperationModel {
  zone: string;
  troubles: readonly { text: string; help: string; since?: Instant }[];
  facts: {
    ticks: readonly { task: string; tickedAt?: Instant; failed?: string }[];
    lastSentAt?: Instant;
    refused: number;
    waiting: number;
    oldestSeconds: number;
    databaseAheadMs: number;
  };
  suspended: readonly { address: string; owners: readonly string[]; bounces: number; lastReason: string; since: Instant }[];
  /** Letters that were given up, the latest first. */
  failed: readonly { id: string; recipient: { name: string; email: string }; kind: string; triedAt?: Instant; response?: string }[];
  /** All there are, also those that are not shown. */
  failedTotal: number;
}
