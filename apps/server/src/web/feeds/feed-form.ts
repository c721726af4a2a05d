import { FEED_SCOPES, type FeedScope, type FeedSettings, type FeedSubject } from '@app/calendar/feed.js';
import { type FeedOptions, MILESTONES } from '@app/calendar/feed-options.js';
import { STAGES } from '@app/deadlines/deadline.js';
import { isLocale, type Locale } from '@app/kernel/locale.js';

/** The form as it was entered. `what` is a scope, for one call or search with its id: "call:0198…". Ticked boxes are sent as `yes`. */
export interface FeedForm {
  what: string;
  name: string;
  language: Locale;
  /** Days before, as text; empty: no alarm. */
  alarm: string;
  /** Empty: all. */
  stages: readonly string[];
  timed: boolean;
  unclear: boolean;
  jointly: boolean;
  announcedOnly: boolean;
}

export type FeedFault = 'not-one-of' | 'too-long';

/** What people are asked for; the interface takes any stage and any day up to 30. */
export const ALARM_CHOICES = ['', '0', '1', '2', '7', '14'] as const;
export const STAGE_CHOICES: readonly string[] = [...STAGES, MILESTONES];
const LONGEST_NAME = 100;

export function emptyFeedForm(language: Locale, what: string): FeedForm {
  return { what, name: '', language, alarm: '', stages: [], timed: false, unclear: false, jointly: false, announcedOnly: false };
}

export function readFeedForm(body: Record<string, unknown>, language: Locale): FeedForm {
  const text = (value: unknown) => (typeof value === 'string' ? value.replace(/\p{Cc}/gu, ' ').trim() : '');
  return {
    what: text(body.scope),
    name: text(body.name).slice(0, 1_000),
    language: isLocale(body.language) ? body.language : language,
    alarm: text(body.alarm),
    stages: [body.stages].flat().filter((stage) => typeof stage === 'string'),
    timed: body.timed === 'yes',
    unclear: body.unclear === 'yes',
    jointly: body.jointly === 'yes',
    announcedOnly: body.announcedOnly === 'yes',
  };
}

/** The form of what is stored. */
export function fromFeedSettings({ name, language, options }: FeedSettings): FeedForm {
  const { alarmDays, stages = [], ...chosen } = options;
  const alarm = alarmDays === undefined ? '' : String(alarmDays);
  return { ...emptyFeedForm(language, ''), ...chosen, name: name ?? '', alarm, stages };
}

/** What may be changed later too, or what is wrong, by field. `kept`: what the interface may have stored beyond the form's own choices. */
export function toFeedSettings(form: FeedForm, kept: FeedOptions = {}): { settings: FeedSettings } | { faults: Record<string, FeedFault> } {
  const alarms = [...ALARM_CHOICES, String(kept.alarmDays ?? '')];
  const stages = [...STAGE_CHOICES, ...(kept.stages ?? [])];
  if ([...form.name].length > LONGEST_NAME) return { faults: { name: 'too-long' } };
  if (!alarms.includes(form.alarm)) return { faults: { alarm: 'not-one-of' } };
  if (form.stages.some((stage) => !stages.includes(stage))) return { faults: { stages: 'not-one-of' } };
  const { timed, unclear, jointly, announcedOnly, language } = form;
  const alarmDays = form.alarm === '' ? undefined : Number(form.alarm);
  return {
    settings: { name: form.name || null, language, options: { alarmDays, stages: form.stages, timed, unclear, jointly, announcedOnly } },
  };
}

/** Undefined: none of ours. Whether the call or the search exists is not known here. */
export function toFeedSubject(what: string): FeedSubject | undefined {
  const [kind, id] = what.split(':') as [string, string | undefined];
  const scope = FEED_SCOPES.find((known) => known === kind);
  if (!scope || (id === undefined) === needsId(scope)) return undefined;
  return { scope, ...(scope === 'call' && { callId: id }), ...(scope === 'search' && { searchId: id }) };
}

function needsId(scope: FeedScope): boolean {
  return scope === 'call' || scope === 'search';
}
