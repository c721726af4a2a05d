import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { DeadlineDifference } from '@app/funding/deadline-differences.js';
import type { Locale } from '@app/kernel/locale.js';
import type { LetterLinks } from './letter-links.js';
import type { NoteLetter } from './note-model.js';
import { NOTE_TEXTS } from './note-texts.js';
import { oneLine } from './one-line.js';

/** A call on behalf of an authority, as a letter tells of it. */
export interface ToldCall {
  readonly call: CallRecord;
  readonly authority: AuthorityView;
  /** The sets of territories as of today. */
  readonly named: NamedTerritories;
}

/** A call, perhaps on behalf of an authority. */
export type SeenCall = Omit<ToldCall, 'authority'> & { readonly authority?: AuthorityView };

/** A deadline that moved, or (without a difference) a call that was withdrawn. */
export interface ToldChange extends ToldCall {
  readonly difference?: DeadlineDifference;
  readonly reason: string | null;
  /** Leads of the reader that are over with the change. */
  readonly jumped: readonly number[];
  readonly unit: string;
}

export interface NoteFrame {
  readonly person: { readonly name: string; readonly language: Locale };
  readonly links: LetterLinks;
}

/** Names of the authorities that a letter speaks for, each once. */
export function namesOf(told: readonly { readonly authority: AuthorityView }[]): string[] {
  return [...new Set(told.map(({ authority }) => oneLine(authority.name)))].toSorted((a, b) => a.localeCompare(b, 'de'));
}

/** What all letters have that can be stopped. */
export function subscribedFrame(
  { person, links }: NoteFrame,
  names: readonly string[],
): Pick<NoteLetter, 'locale' | 'from' | 'greeting' | 'links' | 'stopUrl'> {
  const texts = NOTE_TEXTS[person.language];
  return {
    locale: person.language,
    from: texts.from(names),
    greeting: texts.greeting(oneLine(person.name)),
    links: [
      { label: texts.changeTimes, url: links.settings },
      { label: texts.stop, url: links.stop },
    ],
    stopUrl: links.stop,
  };
}
