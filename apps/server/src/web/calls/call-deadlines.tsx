import { effectWords, stageName, statusWord } from '@app/deadlines/words/names.js';
import type { VNode } from 'preact';
import { inText } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { drawsTimeline, Timeline, type TimelineModel, timelineNote } from '../pieces/timeline.js';
import type { DeadlineView } from '../pieces/until.model.js';
import { capital } from '../texts/capital.js';
import type { Texts } from '../texts/texts.js';
import type { CallModel } from './call.model.js';

/** The line from the announcement (or the opening) to the closing day; none where there is no way to go. */
function lineOf(model: CallModel, deadline: DeadlineView): TimelineModel | undefined {
  if (!deadline.closesOn || deadline.status === 'closed' || deadline.exhausted) return undefined;
  const published = model.source?.publishedOn;
  const opened = deadline.status === 'open' ? deadline.opensOn : undefined;
  const opening = opened ? { day: opened, what: 'opens' as const } : undefined;
  const from = published ? { day: published, what: 'announced' as const } : opening;
  const line: TimelineModel = {
    today: model.today,
    closesOn: deadline.closesOn,
    from,
    reminders: model.reminders?.filter((day) => day > model.today && day <= deadline.closesOn!),
  };
  return drawsTimeline(line) ? line : undefined;
}

/** Of a closed deadline only when it closed; spent money has closed it before its day. */
function inWords(t: Texts, { status, closesOn, exhausted, sentence }: DeadlineView): string {
  const words = status === 'closed' && closesOn && !exhausted ? t.time.closedOn(inText(t, closesOn)) : sentence;
  return capital(words, t.locale);
}

function One({ t, model, deadline }: { t: Texts; model: CallModel; deadline: DeadlineView }): VNode {
  const line = lineOf(model, deadline);
  return (
    <>
      {line && <Timeline t={t} model={line} />}
      <p class={line ? undefined : 'ft-after'}>
        <strong>{inWords(t, deadline)}.</strong>
      </p>
      <p class="ft-meta">
        {deadline.notes.join(' ')} {line?.reminders && line.reminders.length > 0 && timelineNote(t, line.reminders)}
      </p>
    </>
  );
}

function All({ t, deadlines }: { t: Texts; deadlines: readonly DeadlineView[] }): VNode {
  const rows = deadlines.map((deadline) => ({
    cells: [
      stageName(deadline.stage, t.locale),
      <>
        {inWords(t, deadline)}
        <br />
        <span class="ft-meta">{deadline.notes.join(' ')}</span>
      </>,
      statusWord(deadline.status, t.locale),
    ],
  }));
  const columns = [t.call.stage, t.call.until, t.calls.status].map((label) => ({ label }));
  return <Table caption={t.call.deadlines} columns={columns} rows={rows} stack class="ft-after" />;
}

export function CallDeadlines({ t, model }: { t: Texts; model: CallModel }): VNode {
  const [first, ...others] = model.deadlines;
  const several = others.length > 0;
  const effect = first && <p class="ft-meta">{effectWords(first.effect, t.locale)}</p>;
  return (
    <Section id="deadline" title={several ? t.call.deadlines : t.call.deadline} beside={effect}>
      {first ? <One t={t} model={model} deadline={first} /> : <EmptyState text={t.time.unannounced} />}
      {several && <All t={t} deadlines={model.deadlines} />}
    </Section>
  );
}
