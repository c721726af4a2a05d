import { listOf, weekday } from '@app/kernel/words.js';
import type { Texts } from '../texts/texts.js';
import { wordFor } from '../texts/texts.js';
import { inFull, inText, monthInText, zoneName } from './day.js';
import type { DeadlineView } from './until.model.js';

const UNITS = { D: 'days', W: 'weeks', M: 'months' } as const;

/** "8 Wochen vor Projektbeginn": of P8W; a duration of several units is shown as it is written. */
function relative(t: Texts, d: DeadlineView): string {
  const match = /^P(\d+)([DWM])$/.exec(d.duration ?? '');
  const ahead = match ? Number(match[1]) : 0;
  if (d.duration && !match) return `${d.duration} ${wordFor(t.time.beforeBy, d.before ?? '')}`;
  if (!match || ahead === 0) return wordFor(t.time.beforeBy, d.before ?? '');
  return `${t.time.ahead(ahead, UNITS[match[2] as keyof typeof UNITS])} ${wordFor(t.time.beforeBy, d.before ?? '')}`;
}

/** The closing date in running text: "bis Freitag, 25. Juli 2014, der ganze Tag zählt". */
export function untilInWords(t: Texts, d: DeadlineView): string {
  if (d.exhausted) return t.time.exhausted;
  if (d.closesOn) {
    if (d.status === 'closed') return t.time.closedOn(inText(t, d.closesOn));
    const how = d.time ? t.time.clockIn(d.time, zoneName(t, d.zone)) : t.time.wholeDay;
    const day = inFull(t, d.closesOn);
    return `${d.untilExhausted ? t.time.byOrEarlier(day) : t.time.by(day)}, ${how}`;
  }
  if (d.kind === 'relative') return relative(t, d);
  if (d.month) return t.time.inMonth(monthInText(t, d.month));
  if (d.status === 'upcoming' && d.opensOn) return t.time.opensOn(inText(t, d.opensOn));
  if (d.kind === 'rolling' || d.kind === 'opening')
    return `${d.kind === 'rolling' ? t.time.rolling : t.words.status.open}, ${d.untilExhausted ? t.time.whileFundsLast : t.time.noDeadlineKnown}`;
  return t.time.unannounced;
}

/** "Zu spät ist es ab Samstag, 26. Juli 2014, 0 Uhr (Berlin)." */
function tooLate(t: Texts, d: DeadlineView): string | undefined {
  if (!d.closesOn || d.status === 'closed' || d.exhausted) return undefined;
  if (d.time) return t.time.tooLate(inFull(t, d.closesOn), d.time, zoneName(t, d.zone));
  const next = Temporal.PlainDate.from(d.closesOn).add({ days: 1 }).toString();
  return t.time.tooLate(inFull(t, next), t.locale === 'de' ? '0' : '00:00', zoneName(t, d.zone));
}

function weekendNote(t: Texts, d: DeadlineView): string | undefined {
  if (d.status === 'closed') return undefined;
  if (d.shiftedFrom) return t.time.shifted(inFull(t, d.shiftedFrom));
  if (!d.nextWorkingDay || !d.closesOn) return undefined;
  return t.time.onDayOff(weekday(Temporal.PlainDate.from(d.closesOn), t.locale), inFull(t, d.nextWorkingDay));
}

/** What else there is to say about a deadline: when it is too late, when it opens, what counts, further cut-off dates. */
export function untilDetails(t: Texts, d: DeadlineView): string[] {
  const further = d.further?.map(({ date, time }) => (time ? t.time.moment(inText(t, date), time) : inText(t, date)));
  return [
    tooLate(t, d),
    weekendNote(t, d),
    d.opensOn && d.status === 'upcoming' && t.time.opensFrom(inFull(t, d.opensOn)),
    further && further.length > 0 && t.time.further(listOf(further, t.locale)),
    d.act && t.time.act(wordFor(t.words.acts, d.act)),
    d.channel && t.time.channel(d.channel),
    d.appliesTo,
  ].filter((text): text is string => typeof text === 'string' && text !== '');
}
