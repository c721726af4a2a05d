import { changedAt } from '@app/calendar/call-news.js';
import type { CallRecord } from '@app/funding/call-record.js';

/** What everybody may see, in figures. */
export interface PublicExtent {
  readonly calls: number;
  readonly programs: number;
  readonly topics: readonly string[];
  /** The first publication and the last change; absent as long as nothing is published. */
  readonly issued?: Temporal.Instant;
  readonly modified?: Temporal.Instant;
}

export function publicExtent(calls: readonly CallRecord[]): PublicExtent {
  const published = calls.map((call) => call.publishedAt ?? call.createdAt).toSorted(Temporal.Instant.compare);
  const changed = calls.map(changedAt).toSorted(Temporal.Instant.compare);
  return {
    calls: calls.length,
    programs: new Set(calls.map(({ program }) => program.id)).size,
    topics: [...new Set(calls.flatMap(({ program }) => program.topics))].toSorted((one, other) => one.localeCompare(other, 'de')),
    ...(published[0] && { issued: published[0] }),
    ...(changed.length > 0 && { modified: changed.at(-1)! }),
  };
}
