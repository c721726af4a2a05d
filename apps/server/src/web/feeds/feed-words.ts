import { MILESTONES } from '@app/calendar/feed-options.js';
import { stageName } from '@app/deadlines/words/names.js';
import { momentInText } from '../pieces/day.js';
import type { Texts } from '../texts/texts.js';
import type { FeedFault } from './feed-form.js';
import type { FeedRow, FeedSubjectModel, FetchModel } from './feeds.model.js';

/** "Was für Düren passt", "Aufruf: Modellkommune, 2. Runde". */
export function subjectName(t: Texts, { scope, of }: FeedSubjectModel, authority: string): string {
  const kind = t.feeds.scopes[scope](authority);
  return of === undefined ? kind : `${kind}: ${of}`;
}

/** As its owner calls it, else what it holds. */
export function feedName(t: Texts, feed: FeedSubjectModel, authority: string): string {
  return feed.name ?? subjectName(t, feed, authority);
}

/** "Deutsch · nur Skizze, Antrag · mit Uhrzeiten": what differs from a plain subscription. */
export function optionsInWords(t: Texts, { language, options }: Pick<FeedRow, 'language' | 'options'>): string {
  const words = t.feeds.optionWords;
  const { stages, timed, alarmDays, unclear, jointly, announcedOnly } = options;
  const parts = [
    t.words.languages[language],
    stages && words.stages(stages.map((stage) => kindName(t, stage)).join(', ')),
    unclear && words.unclear,
    jointly && words.jointly,
    announcedOnly && words.announcedOnly,
    timed && words.timed,
    alarmDays !== undefined && t.feeds.alarmBefore(alarmDays),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** A kind of dates: a stage, or milestones. */
export function kindName(t: Texts, stage: string): string {
  return stage === MILESTONES ? t.feeds.milestones : stageName(stage, t.locale);
}

/** "heute, 07:10 Uhr, von Thunderbird". */
export function fetchInWords(t: Texts, { at, program }: FetchModel, { zone, today }: { zone: string; today: string }): string {
  return t.feeds.fetchedBy(momentInText(t, at, zone, today), program ?? t.feeds.someProgram);
}

/** Texts of what is wrong, for the model. */
export function feedErrors(t: Texts, faults: Readonly<Record<string, FeedFault>>): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, t.feeds.faults[fault]]));
}
