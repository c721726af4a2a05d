import type { Locale } from '@app/kernel/locale.js';
import type { Day, Instant } from '../pieces/day.js';

/** GET and POST /calendar. The form creates one: fields `scope`, `language`, `_csrf`. */
export interface FeedsModel {
  /** Short: "Düren". */
  authorityName: string;
  today: Day;
  zone: string;
  /** Right after creating or renewing: the only time that the address is shown. */
  created?: { url: string; webcalUrl: string; renewed?: boolean };
  /** Right after removing one. */
  removed?: boolean;
  subscriptions: readonly FeedRow[];
  /** Choices of the form; one alone is not asked for. */
  scopes: readonly string[];
}

export interface FeedRow {
  id: string;
  scope: string;
  language: Locale;
  /** Tells two of one kind apart. */
  createdOn: Day;
  lastFetchedAt?: Instant;
  /** "Thunderbird", as the calendar program calls itself. */
  lastProgram?: string;
}

/** GET /calendar/:id/renewal and /removal: the page asks, its form posts to the same address (field `_csrf`). */
export interface FeedConfirmModel {
  action: 'renew' | 'remove';
  authorityName: string;
  feed: { id: string; scope: string };
}
