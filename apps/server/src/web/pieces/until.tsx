import { briefDay, clockWords, daysLeftWords } from '@app/deadlines/words/day-words.js';
import { stageName } from '@app/deadlines/words/names.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { type Day, inFull, inList } from './day.js';
import type { DeadlineView } from './until.model.js';

/** From here on the days left are red. */
const SOON_DAYS = 7;

function left(t: Texts, d: DeadlineView): { text: string; soon: boolean } | undefined {
  if (d.exhausted) return { text: t.time.exhausted, soon: false };
  if (d.status === 'closed') return { text: t.time.closed, soon: false };
  if (d.status === 'upcoming' && d.opensOn)
    return { text: t.time.opensOn(briefDay(Temporal.PlainDate.from(d.opensOn), t.locale)), soon: false };
  if (d.daysLeft === undefined) return undefined;
  return { text: daysLeftWords(d.daysLeft, t.locale), soon: d.daysLeft <= SOON_DAYS };
}

/** Said below `short` where there is no closing day. */
function withoutDay(t: Texts, d: DeadlineView): string | undefined {
  if (d.exhausted || d.kind === 'unannounced') return undefined;
  if (d.status === 'closed') return t.time.closed;
  if (d.kind === 'relative') return t.time.noFixedDeadline;
  return d.kind === 'rolling' ? t.time.noDeadlineKnown : undefined;
}

function extras(t: Texts, d: DeadlineView): string[] {
  const isOpen = d.status !== 'closed' && !d.exhausted;
  return [
    d.stage !== 'application' && stageName(d.stage, t.locale),
    isOpen && d.untilExhausted && t.time.whileFundsLast,
    d.kind === 'yearly' && t.time.everyYear,
  ].filter((text): text is string => typeof text === 'string');
}

const dateTime = (day: Day, time?: string): string => (time ? `${day}T${time}` : day);
const clock = (t: Texts, time?: string): string => (time ? `, ${clockWords(time, t.locale)}` : '');

function Days({ t, deadline, how }: { t: Texts; deadline: DeadlineView; how?: string }): VNode {
  const remaining = deadline.closesOn ? left(t, deadline) : undefined;
  const instead = deadline.closesOn ? undefined : withoutDay(t, deadline);
  return (
    <>
      {remaining && (
        <span class={remaining.soon ? 'ft-days ft-days--soon' : 'ft-days'}>{[remaining.text, how].filter(Boolean).join(', ')}</span>
      )}
      {instead && <span class="ft-days">{instead}</span>}
      {extras(t, deadline).map((text) => (
        <span class="ft-days ft-days--more">{text}</span>
      ))}
    </>
  );
}

/** The closing date and what is left of it, as lists show it. */
export function Until({ t, deadline, class: extra }: { t: Texts; deadline: DeadlineView; class?: string }): VNode {
  const { closesOn, time } = deadline;
  return (
    <p class={extra ? `${extra} ft-until` : 'ft-until'}>
      {closesOn ? <time dateTime={dateTime(closesOn, time)}>{inList(t, closesOn) + clock(t, time)}</time> : <b>{deadline.short}</b>}{' '}
      <Days t={t} deadline={deadline} />
    </p>
  );
}

/** The same, large, beside the verdict of a call's page: "bis Freitag, 25. Juli 2014 · noch 28 Tage, der ganze Tag zählt". */
export function UntilLarge({ t, deadline }: { t: Texts; deadline: DeadlineView }): VNode {
  const { closesOn, time, status } = deadline;
  if (!closesOn) return <Until t={t} deadline={deadline} class="ft-until--large" />;
  const isAhead = (status === 'open' || status === 'upcoming') && !deadline.exhausted;
  return (
    <p class="ft-until ft-until--large">
      <time dateTime={dateTime(closesOn, time)}>{t.time.by(inFull(t, closesOn)) + clock(t, time)}</time>{' '}
      <Days t={t} deadline={deadline} how={isAhead && !time ? t.time.wholeDay : undefined} />
    </p>
  );
}
