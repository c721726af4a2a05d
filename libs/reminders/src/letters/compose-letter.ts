import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { Locale } from '@app/kernel/locale.js';
import type { DatedClosing } from '../closing-on.js';
import { letterItem } from './letter-item.js';
import type { LetterLinks } from './letter-links.js';
import type { LetterItem, LetterModel, NextReminder, StandsInFor } from './letter-model.js';
import { oneLine } from './one-line.js';

/** One reminder with what it is about. */
export interface Reminded extends DatedClosing {
  readonly call: CallRecord;
  readonly authority: AuthorityView;
  readonly dueAt: Temporal.Instant;
  /** The sets of territories as of today. */
  readonly named: NamedTerritories;
}

export interface LetterFrame {
  readonly person: { readonly name: string; readonly language: Locale };
  readonly links: LetterLinks;
  readonly nextReminder?: NextReminder;
  /** Who is away and until when, where the reader stands in for them. */
  readonly standsInFor?: StandsInFor;
}

/** The letter about these reminders (at least one) as it reads at `now`: a closing that several of the reader's authorities share stands there once. */
export function composeLetter(
  reminded: readonly Reminded[],
  { person, links, nextReminder, standsInFor }: LetterFrame,
  now: Temporal.Instant,
): LetterModel {
  const closings = [...Map.groupBy(reminded, ({ call, deadline, closing }) => `${call.id} ${deadline.id} ${closing.day}`).values()];
  const sorted = closings.toSorted(([one], [other]) => Temporal.Instant.compare(one!.closing.closesAt, other!.closing.closesAt));
  const items: LetterItem[] = sorted.map((sharing) => letterItem(sharing, links, person.language, now));
  const authorityNames = [...new Set(reminded.map(({ authority }) => oneLine(authority.name)))].toSorted((a, b) =>
    a.localeCompare(b, 'de'),
  );
  return {
    locale: person.language,
    recipientName: oneLine(person.name),
    authorityNames,
    items,
    ...(nextReminder && { nextReminder }),
    ...(standsInFor && { standsInFor }),
    settingsUrl: links.settings,
    stopUrl: links.stop,
  };
}
