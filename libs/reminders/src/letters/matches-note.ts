import type { AuthorityView } from '@app/authorities/authority-view.js';
import { deadlineShort } from '@app/deadlines/words/deadline-short.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { Locale } from '@app/kernel/locale.js';
import type { SavedSearch } from '@app/tracking/saved-search.js';
import { awardSentences } from './award-words.js';
import { fitRow, nextDeadline, titleIn, untilRow } from './call-rows.js';
import { fitted } from './letter-subject.js';
import type { NoteItem, NoteLetter, NoteList } from './note-model.js';
import { NOTE_TEXTS } from './note-texts.js';
import { oneLine } from './one-line.js';
import { type NoteFrame, type SeenCall, subscribedFrame } from './told.js';

/** New calls (at least one) that a search has found, or that fit an authority. */
export interface ToldMatches {
  readonly search: Pick<SavedSearch, 'id' | 'name' | 'frequency' | 'isProfile'>;
  readonly authority?: AuthorityView;
  readonly named: NamedTerritories;
  readonly calls: readonly CallRecord[];
  /** Of all that is new, in so many letters. */
  readonly total: number;
  readonly part: number;
  readonly parts: number;
}

/** So many are told in full; of more each has a line. */
const MOST_IN_FULL = 5;

export function matchesNote(told: ToldMatches, frame: NoteFrame, now: Temporal.Instant): NoteLetter {
  const { language: locale } = frame.person;
  const { matches: texts, callTextCounts, changeTimes } = NOTE_TEXTS[locale];
  const { search, authority, calls } = told;
  // of one letter it is what stands in it, since calls may have gone meanwhile
  const count = told.parts === 1 ? calls.length : told.total;
  const what = { profile: search.isProfile ? oneLine(authority?.name ?? '') : undefined, search: oneLine(search.name) };
  const stopUrl = frame.links.stopDigest(search.id);
  return {
    ...subscribedFrame(frame, authority ? [oneLine(authority.name)] : []),
    subject: fitted(what.profile ?? what.search, (name) => texts.subject({ ...told, count, isProfile: search.isProfile, name })),
    heading: texts.heading(count),
    opening: texts.opening({ ...told, ...what, count }),
    items: calls.slice(0, MOST_IN_FULL).map((call) => itemOf({ ...told, call }, frame, now)),
    ...(calls.length > MOST_IN_FULL && { list: listOf(told, frame, now) }),
    why: [texts.why[search.isProfile ? 'profile' : 'search'](search.frequency), callTextCounts],
    links: [
      search.isProfile
        ? { label: changeTimes, url: frame.links.settings }
        : { label: texts.changeSearch, url: frame.links.search(search.id) },
      { label: texts.stop, url: stopUrl },
    ],
    topic: 'matches',
    stopUrl,
  };
}

function itemOf(seen: SeenCall, { person, links }: NoteFrame, now: Temporal.Instant): NoteItem {
  const { language: locale } = person;
  const { seeCall, howMuch } = NOTE_TEXTS[locale];
  const { call, authority } = seen;
  return {
    title: titleIn(seen, locale),
    url: links.call(call.id),
    rows: [
      ...untilRow(seen, locale, now),
      ...(authority ? [fitRow({ ...seen, authority }, locale, now)] : []),
      { label: howMuch, text: awardSentences(call.award, locale) },
    ],
    action: seeCall,
  };
}

function listOf(told: ToldMatches, { person, links }: NoteFrame, now: Temporal.Instant): NoteList {
  const { language: locale } = person;
  const rest = told.calls.slice(MOST_IN_FULL);
  return {
    heading: NOTE_TEXTS[locale].matches.more(rest.length),
    entries: rest.map((call) => ({
      title: titleIn({ call }, locale),
      url: links.call(call.id),
      remark: untilShort({ ...told, call }, locale, now),
    })),
  };
}

function untilShort(seen: SeenCall, locale: Locale, now: Temporal.Instant): string {
  const next = nextDeadline(seen, now);
  if (!next) return '';
  const day = deadlineShort(next.deadline, next.state, locale);
  return next.state.closing ? NOTE_TEXTS[locale].matches.until(day) : day;
}
