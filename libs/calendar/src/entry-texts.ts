import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { DeadlineState } from '@app/deadlines/evaluate-deadline.js';
import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import { effectName, stageName } from '@app/deadlines/words/names.js';
import { zoneCity } from '@app/deadlines/words/zone-city.js';
import { entitled } from '@app/eligibility/entitled.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import { ruleInOneLine } from '@app/eligibility/rule-in-one-line.js';
import { awardInWords } from '@app/funding/award-words.js';
import type { CallDeadline } from '@app/funding/call-deadline.js';
import { type CallRecord, partnersOf, titleOf } from '@app/funding/call-record.js';
import { formatNumber, type Locale } from '@app/kernel/locale.js';
import { longDay } from '@app/kernel/words.js';
import { outcomeReason } from '@app/matching/outcome-reason.js';

const TEXTS = {
  de: {
    deadline: 'Frist',
    withdrawn: 'Zurückgezogen',
    dropped: 'Entfällt',
    gone: 'Nicht mehr in diesem Kalender',
    outcomes: { eligible: '', eligible_jointly: ' (nur gemeinsam)', undetermined: ' (zu prüfen)', ineligible: '' },
    who: 'Wer',
    onlyFor: 'Gilt nur für',
    forUs: 'Für',
    amount: 'Wie viel',
    partners: 'Wer fördert',
    asOf: (day: string) => `Stand ${day}`,
    sourcePrevails: 'Es gilt der Text des Fördergebers.',
    until: (time: string, city: string | undefined) => `bis ${time}\u00a0Uhr${city ? ` (${city})` : ''}`,
  },
  en: {
    deadline: 'Deadline',
    withdrawn: 'Withdrawn',
    dropped: 'Dropped',
    gone: 'No longer in this calendar',
    outcomes: { eligible: '', eligible_jointly: ' (jointly only)', undetermined: ' (to be checked)', ineligible: '' },
    who: 'Who',
    onlyFor: 'Only for',
    forUs: 'For',
    amount: 'How much',
    partners: 'Funded by',
    asOf: (day: string) => `as of ${day}`,
    sourcePrevails: 'The text of the funder prevails.',
    until: (time: string, city: string | undefined) => `until ${time}${city ? ` (${city})` : ''}`,
  },
} as const;

/** Readable in a small window of a calendar program: at most so many characters. */
const DESCRIPTION_LIMIT = 1500;

/** `gone`: the call has left the feed. */
export type Cancelled = 'withdrawn' | 'dropped' | 'gone' | undefined;

/** "Frist: Modellkommune E-Government, 2. Runde"; a clock time stands in the summary, since the entry is a whole day. */
export function summaryText(
  call: CallRecord,
  deadline: CallDeadline,
  { time, cancelled, outcome }: { time?: string; cancelled: Cancelled; outcome?: Outcome },
  reader: { locale: Locale; zone: string },
): string {
  const texts = TEXTS[reader.locale];
  const what = deadline.stage === 'application' ? texts.deadline : stageName(deadline.stage, reader.locale);
  const city = deadline.zone === reader.zone ? undefined : zoneCity(deadline.zone, reader.locale);
  const until = time === undefined ? '' : `, ${texts.until(time, city)}`;
  return `${cancelled ? `${texts[cancelled]}: ` : ''}${what}: ${titleOf(call, reader.locale)}${until}${outcome ? texts.outcomes[outcome] : ''}`;
}

/** Until when, for whom and why, how much, by whom, and where to read on: in plain sentences. */
export function descriptionText(
  call: CallRecord,
  deadline: CallDeadline,
  state: DeadlineState | undefined,
  reader: {
    locale: Locale;
    authority?: AuthorityView;
    named: NamedTerritories;
    day: Temporal.PlainDate;
    url: string;
    reason?: string | null;
  },
): string {
  const { locale, authority } = reader;
  const texts = TEXTS[locale];
  const award = awardInWords(call.award, locale);
  const lines = [
    reader.reason ?? undefined,
    state && sentence(`${deadlineSentence(deadline, state, locale)}. ${sentence(effectName(deadline.effect, locale))}.`),
    deadline.appliesTo && `${texts.onlyFor}: ${ruleInOneLine(entitled(deadline.appliesTo, reader.named, locale), locale)}`,
    `${texts.who}: ${ruleInOneLine(entitled(call.rule, reader.named, locale), locale)}`,
    authority && whyItFits(call, authority, reader),
    award && `${texts.amount}: ${award}`,
    `${texts.partners}: ${partnersOf(call)
      .map((partner) => partner.name)
      .join(', ')}`,
    texts.sourcePrevails,
  ];
  const text = lines.filter((line) => line !== undefined).join('\n');
  const room = DESCRIPTION_LIMIT - reader.url.length - 1;
  return `${text.length > room ? `${text.slice(0, room - 1)}…` : text}\n${reader.url}`;
}

/** With date and source of the figure that the reason names, if any. `day` is the closing day, so that the text stays as it is. "Für Düren: Stadt mit 93.207 Einwohnern, erlaubt sind höchstens 300.000 (Stand 31.12.2022, © …)." */
function whyItFits(
  call: CallRecord,
  authority: AuthorityView,
  { locale, named, day }: { locale: Locale; named: NamedTerritories; day: Temporal.PlainDate },
): string {
  const reason = outcomeReason(call.rule, authority, { day, locale, named });
  const figure = authority.population.find(({ value }) => reason.includes(formatNumber(value, locale)));
  const note = figure && ` (${TEXTS[locale].asOf(longDay(Temporal.PlainDate.from(figure.asOf), locale))}, ${figure.source})`;
  return `${TEXTS[locale].forUs} ${authority.name}: ${reason}${note ?? ''}.`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
