import { listOf } from '@app/kernel/words.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { type Day, inFull, inList, inText, withoutYear } from './day.js';

export interface TimelineModel {
  today: Day;
  closesOn: Day;
  /** Where the line begins: when it was announced, or when it opens. */
  from?: { day: Day; what: 'announced' | 'opens' };
  /** Days of the reader's own reminders. */
  reminders?: readonly Day[];
}

/** Labels nearer than this share of the width to an end would touch the label there. */
const NEAR_PERCENT = 20;

function days(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

function title(t: Texts, model: TimelineModel): string {
  const words = t.time.line;
  const from = model.from && (model.from.what === 'announced' ? words.knownOn : words.opensOn)(inText(t, model.from.day));
  return words.title([from, words.todayIs(inText(t, model.today)), words.closesOn(inFull(t, model.closesOn))].filter(Boolean).join(', '));
}

function Label(props: { x: string; anchor?: 'start' | 'middle' | 'end'; above: string; below: string; strong?: boolean }): VNode {
  return (
    <g>
      <text class={props.strong ? 'ft-timeline__label' : undefined} x={props.x} y="1.2em" text-anchor={props.anchor}>
        {props.above}
      </text>
      <text x={props.x} y="4.75em" text-anchor={props.anchor}>
        {props.below}
      </text>
    </g>
  );
}

/** Whether a line can be drawn: there is a way to go and today lies on it. */
export function drawsTimeline(model: TimelineModel): boolean {
  return days(model.today, model.closesOn) >= 1;
}

/** x in percent and y in em as attributes: text keeps its size at any width. The same dates stand in words beside it. */
export function Timeline({ t, model }: { t: Texts; model: TimelineModel }): VNode {
  const words = t.time.line;
  const from = model.from && days(model.from.day, model.today) >= 0 ? model.from : undefined;
  const length = Math.max(1, days(from?.day ?? model.today, model.closesOn));
  const at = (day: Day) => (days(from?.day ?? model.today, day) / length) * 100;
  const today = at(model.today);
  const x = `${today.toFixed(1)}%`;
  const nearStart = today < NEAR_PERCENT;
  const nearEnd = today > 100 - NEAR_PERCENT;
  return (
    <svg class="ft-timeline" role="img" aria-labelledby="timeline-title">
      <title id="timeline-title">{title(t, model)}</title>
      <line class="ft-timeline__line" x1="0" x2="100%" y1="2.7em" y2="2.7em" />
      <line class="ft-timeline__past" x1="0" x2={x} y1="2.7em" y2="2.7em" />
      {model.reminders?.map((day) => (
        <line class="ft-timeline__lead" x1={`${at(day).toFixed(1)}%`} x2={`${at(day).toFixed(1)}%`} y1="2.25em" y2="3.15em" />
      ))}
      {from && today > 2 && <circle class="ft-timeline__dot" cx="4" cy="2.7em" r="4" />}
      <circle class="ft-timeline__today" cx={x} cy="2.7em" r="7" transform={today < 2 ? 'translate(8 0)' : undefined} />
      <rect class="ft-timeline__close" x="100%" y="1.85em" width="5" height="1.7em" transform="translate(-5 0)" />
      {from && !nearStart && <Label x="0" above={from.what === 'announced' ? words.known : words.opens} below={withoutYear(t, from.day)} />}
      {nearStart && <Label x="0" above={words.today} below={withoutYear(t, model.today)} strong />}
      {!nearStart && !nearEnd && <Label x={x} anchor="middle" above={words.today} below={withoutYear(t, model.today)} strong />}
      <Label x="100%" anchor="end" above={words.closes} below={inList(t, model.closesOn).replace(/\s\d{4}$/, '')} strong />
    </svg>
  );
}

/** The reminders of the line in words. */
export function timelineNote(t: Texts, reminders: readonly Day[]): string {
  return t.time.line.reminders(
    listOf(
      reminders.map((day) => withoutYear(t, day)),
      t.locale,
    ),
  );
}
