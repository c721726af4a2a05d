import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { wordFor } from '../texts/texts.js';
import { type Day, inFull, inList, monthInText } from './day.js';
import type { DeadlineView } from './until.model.js';

/** From here on the days left are red. */
const SOON_DAYS = 7;

/** What stands first where there is no closing day. */
function instead(t: Texts, d: DeadlineView): { first: string; then?: string } {
  if (d.exhausted) return { first: t.time.exhausted };
  if (d.month) return { first: monthInText(t, d.month), then: d.status === 'closed' ? t.time.closed : t.time.dayOpen };
  if (d.kind === 'relative') return { first: wordFor(t.time.before, d.before ?? ''), then: t.time.noFixedDeadline };
  if (d.opensOn && d.status === 'upcoming') return { first: t.time.opensOn(inList(t, d.opensOn)) };
  if (d.kind === 'rolling') return { first: t.time.rolling, then: t.time.noDeadlineKnown };
  if (d.kind === 'opening') return { first: t.words.status.open, then: t.time.noDeadlineKnown };
  return { first: t.time.unannounced };
}

function left(t: Texts, d: DeadlineView): { text: string; soon: boolean } | undefined {
  if (d.exhausted) return { text: t.time.exhausted, soon: false };
  if (d.status === 'closed') return { text: t.time.closed, soon: false };
  if (d.status === 'upcoming' && d.opensOn) return { text: t.time.opensOn(inList(t, d.opensOn).replace(/^\S+\s/, '')), soon: false };
  if (d.daysLeft === undefined) return undefined;
  return { text: t.time.daysLeft(d.daysLeft), soon: d.daysLeft <= SOON_DAYS };
}

function extras(t: Texts, d: DeadlineView): string[] {
  const open = d.status !== 'closed' && !d.exhausted;
  return [
    d.stage !== 'application' && wordFor(t.words.stages, d.stage),
    open && d.untilExhausted && t.time.whileFundsLast,
    d.kind === 'yearly' && t.time.everyYear,
  ].filter((text): text is string => typeof text === 'string');
}

/** The closing date and what is left of it, as lists show it. */
export function Until({ t, deadline: d, class: extra }: { t: Texts; deadline: DeadlineView; class?: string }): VNode {
  const remaining = d.closesOn ? left(t, d) : undefined;
  const other = d.closesOn ? undefined : instead(t, d);
  return (
    <p class={extra ? `${extra} ft-until` : 'ft-until'}>
      {d.closesOn ? <time dateTime={dateTime(d.closesOn, d.time)}>{closing(t, d.closesOn, d.time)}</time> : <b>{other?.first}</b>}
      {other?.then && <span class="ft-days">{other.then}</span>}
      {remaining && <span class={remaining.soon ? 'ft-days ft-days--soon' : 'ft-days'}>{remaining.text}</span>}
      {extras(t, d).map((text) => (
        <span class="ft-days ft-days--more">{text}</span>
      ))}
    </p>
  );
}

const closing = (t: Texts, day: Day, time?: string) => (time ? `${inList(t, day)}, ${t.time.clock(time)}` : inList(t, day));
export const dateTime = (day: Day, time?: string): string => (time ? `${day}T${time}` : day);

/** The same, large, beside the verdict of a call's page: "bis Freitag, 25. Juli 2014 · noch 28 Tage, der ganze Tag zählt". */
export function UntilLarge({ t, deadline: d }: { t: Texts; deadline: DeadlineView }): VNode {
  if (!d.closesOn) return <Until t={t} deadline={d} class="ft-until--large" />;
  const remaining = left(t, d);
  const open = d.status === 'open' || d.status === 'upcoming';
  const how = open && !d.time && t.time.wholeDay;
  return (
    <p class="ft-until ft-until--large">
      <time dateTime={dateTime(d.closesOn, d.time)}>
        {t.time.by(inFull(t, d.closesOn))}
        {d.time && `, ${t.time.clock(d.time)}`}
      </time>
      {remaining && (
        <span class={remaining.soon ? 'ft-days ft-days--soon' : 'ft-days'}>{[remaining.text, how].filter(Boolean).join(', ')}</span>
      )}
      {extras(t, d).map((text) => (
        <span class="ft-days ft-days--more">{text}</span>
      ))}
    </p>
  );
}
