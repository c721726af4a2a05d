import type { Locale } from '@app/kernel/locale.js';

/** A whole day, or all days up to `lastDay`, without a time or a zone. */
export interface AllDay {
  readonly start: Temporal.PlainDate;
  readonly lastDay?: Temporal.PlainDate;
  readonly end?: undefined;
}

/** From one instant to a later one; programs show them in their reader's zone. */
export interface Timed {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

export type EntryStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';

interface EntryDetails {
  /** Never changes while the entry lives, else programs show it twice. Made of ids: letters, digits and `. _ @ + -`, at most 200. */
  readonly uid: string;
  readonly summary: string;
  readonly description?: string;
  /** http or https; anything else is left out. */
  readonly url?: string;
  readonly categories?: readonly string[];
  readonly status: EntryStatus;
  /** Rises with each change of date or status, from 0. */
  readonly sequence: number;
  /** When the thing behind the entry last changed, never "now": the bytes, and the ETag with them, then stay as they are. */
  readonly changedAt: Temporal.Instant;
  readonly createdAt?: Temporal.Instant;
  /** How long before the start (of an all-day entry: midnight) programs ring, in days or smaller units. Nextcloud, Apple and Google ignore it. */
  readonly alarm?: Temporal.Duration;
}

export type CalendarEntry = EntryDetails & (AllDay | Timed);

/** A calendar that programs subscribe to. */
export interface CalendarFeed {
  readonly name: string;
  readonly description?: string;
  /** The page that belongs to the feed; http or https. */
  readonly url?: string;
  readonly language: Locale;
  /** "owner//product", e.g. "Foerdertakt//Deadlines"; the language is added. Without a version, which would change all bytes at each update. */
  readonly productId: string;
  /** How often programs shall look again; Nextcloud looks once a week when not told. */
  readonly refresh: Temporal.Duration;
  readonly entries: readonly CalendarEntry[];
}

export function isAllDay(entry: CalendarEntry): entry is EntryDetails & AllDay {
  return entry.start instanceof Temporal.PlainDate;
}
