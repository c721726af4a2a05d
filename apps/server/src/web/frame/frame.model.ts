import type { Locale } from '@app/kernel/locale.js';
import type { Day } from '../pieces/day.js';

export type Place = 'start' | 'calls' | 'watchList' | 'authority' | 'calendar' | 'reminders' | 'editor' | 'operation';

/** What every page needs to know about the request; the same for each, made once by the edge. */
export interface Frame {
  locale: Locale;
  /** Path and query as asked for ("/calls?query=x"): the language switch keeps them. */
  path: string;
  /** Token of the session (or of the anonymous visitor): goes into every form that posts. */
  csrf: string;
  person?: { name: string; roles: readonly ('staff' | 'editor' | 'admin')[] };
  /** The authority that the person acts for. */
  authority?: { key: string; name: string };
  /** All of the person's authorities; more than one gives the menu to switch. */
  authorities?: readonly { key: string; name: string }[];
  demonstration?: boolean;
  /** For administrators: why letters do not get out, a sentence each. */
  troubles?: readonly string[];
  /** The reader's own addresses that get no letters any more, with what the mail server said. */
  suspensions?: readonly { address: string; lastReason: string }[];
  /** Only when the clock is set (`--now`). */
  clockDay?: Temporal.PlainDate;
  register?: { territoryAsOf: Day; populationAsOf?: Day; source: string };
  /** "sha384-…" of the script; absent: the script goes without. */
  scriptIntegrity?: string;
}
