import type { Locale } from '@app/kernel/locale.js';

/** One answer about a thing: "Jetzt: **bis Freitag, 11. Juli 2014**, noch 14 Tage". */
export interface NoteRow {
  readonly label: string;
  /** What catches the eye, before `text`. */
  readonly strong?: string;
  readonly text?: string;
  /** Set behind a green tick. */
  readonly good?: boolean;
}

/** One thing that is told, a call mostly. */
export interface NoteItem {
  readonly title: string;
  /** What happened, in a few words. */
  readonly lead?: string;
  readonly url?: string;
  readonly rows: readonly NoteRow[];
  /** Label of the button that leads to `url`. */
  readonly action?: string;
}

/** Where there are too many to be told in full: each a line. */
export interface NoteList {
  readonly heading: string;
  readonly entries: readonly { readonly title: string; readonly url: string; readonly remark: string }[];
}

/** A letter that is no reminder, as plain data in the reader's words; subject, text and HTML are written from it. */
export interface NoteLetter {
  readonly locale: Locale;
  /** At most 78 characters. */
  readonly subject: string;
  /** "Fördertakt für Düren". */
  readonly from: string;
  readonly heading: string;
  /** With a comma at its end. */
  readonly greeting: string;
  /** A sentence that goes on after the greeting. */
  readonly opening: string;
  readonly items: readonly NoteItem[];
  readonly list?: NoteList;
  /** Why the reader gets it, and what else counts: whole sentences. */
  readonly why: readonly string[];
  /** "Zeiten ändern" and the like. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Of the mailing list that it belongs to; absent: that of all notices. */
  readonly topic?: 'notices' | 'matches';
  /** For the program's own button to stop letters; absent where there is nothing to stop. */
  readonly stopUrl?: string;
}
