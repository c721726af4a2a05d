import type { Outcome } from '@app/eligibility/outcome.js';
import type { Day } from '../pieces/day.js';
import type { ResultRowModel } from '../pieces/result-row.js';
import type { OutcomeCounts } from '../pieces/tally.js';

/** GET / for staff. */
export interface StartModel {
  /** With its designation: "Stadt Düren". */
  authorityName: string;
  today: Day;
  /** Outcomes of the calls that are open or announced. */
  counts: OutcomeCounts;
  /** Calls with a closing ahead whose outcome is not `ineligible`, the next first; at most six or so. */
  closing: readonly ResultRowModel[];
  /** Facts that would clear up unclear calls. */
  questions: readonly Question[];
  news: readonly NewsItem[];
  /** The day from which on something counts as new. */
  newsSince: Day;
  hasFeed: boolean;
}

export interface Question {
  /** "Ist ein ländliches Einzugsgebiet nachgewiesen?" */
  text: string;
  /** Name of the fact, for the link to where it is entered; "population" has none. */
  fact?: string;
  /** What is asked about, short: "ländliches Einzugsgebiet". */
  about: string;
  calls: readonly { title: string; href: string }[];
  /** What each answer would lead to; may be empty. */
  answers: readonly { label: string; outcome: Outcome; more?: string }[];
}

export interface NewsItem {
  title: string;
  href: string;
  /** "Neu veröffentlicht", "Frist verlängert: …": in the reader's language. */
  what: string;
  outcome?: Outcome;
}
