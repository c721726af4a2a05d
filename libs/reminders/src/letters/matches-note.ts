import { awardInBrief, awardSentences } from './award-words.js';
import { fitRow, titleIn, untilRow } from './call-rows.js';
import { fitted } from './letter-subject.js';
import type { NoteItem, NoteLetter, NoteList } from './note-model.js';
import { NOTE_TEXTS } from './note-texts.js';
import { oneLine } from './one-line.js';
import { type NoteFrame, subscribedFrame, type ToldCall } from './told.js';

/** A call that a search found; without an authority where the search is for nobody in particular. */
export type ToldMatch = Pick<ToldCall, 'call' | 'named'> & Partial<Pick<ToldCall, 'authority'>>;

export interface ToldMatches {
  /** What the reader called the search, or whom it fits. */
  readonly search: string;
  /** At least one, the newest first. */
  readonly matches: readonly ToldMatch[];
}

/** More than this would be a letter that nobody reads, and that mail programs cut; the others stand in a list. */
const IN_FULL = 50;

/** What a search has found since the last letter about it: all of it, however much it is. */
export function matchesNote({ search, matches }: ToldMatches, frame: NoteFrame, now: Temporal.Instant): NoteLetter {
  const { language: locale } = frame.person;
  const { matches: texts, callTextCounts } = NOTE_TEXTS[locale];
  const name = oneLine(search).slice(0, 200);
  const authority = matches[0]!.authority;
  const others = matches.slice(IN_FULL);
  return {
    ...subscribedFrame(frame, authority ? [oneLine(authority.name)] : []),
    subject: fitted(name, (cut) => texts.subject(matches.length, cut)),
    heading: texts.heading(matches.length),
    opening: texts.opening(matches.length, name),
    items: matches.slice(0, IN_FULL).map((match) => itemOf(match, frame, now)),
    ...(others.length > 0 && { list: listOfOthers(others, frame, now) }),
    why: [texts.why(name), callTextCounts],
  };
}

function itemOf(match: ToldMatch, { person: { language: locale }, links }: NoteFrame, now: Temporal.Instant): NoteItem {
  const { howMuch } = NOTE_TEXTS[locale];
  const { authority, call } = match;
  const own = authority ? [...untilRow({ ...match, authority }, locale, now), fitRow({ ...match, authority }, locale, now)] : [];
  return {
    title: titleIn(match, locale),
    url: links.call(call.id),
    rows: [...own, { label: howMuch, text: awardSentences(call.award, locale) }],
  };
}

function listOfOthers(others: readonly ToldMatch[], { person: { language: locale }, links }: NoteFrame, now: Temporal.Instant): NoteList {
  return {
    heading: NOTE_TEXTS[locale].matches.more(others.length),
    entries: others.map((match) => {
      const until = match.authority ? untilRow({ ...match, authority: match.authority }, locale, now)[0]?.text : undefined;
      return {
        title: titleIn(match, locale),
        url: links.call(match.call.id),
        remark: until ?? `${awardInBrief(match.call.award, locale)}.`,
      };
    }),
  };
}
