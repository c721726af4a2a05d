import { SHOWN_STATES } from '@app/reminders/reminders-on.query.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { Select } from '../pieces/choice-fields.js';
import { inFull, inList, momentInText, number } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { FilterBar } from '../pieces/filter-bar.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, texts, wordFor } from '../texts/texts.js';
import type { LedgerModel, LedgerRowView, NoticeRowView } from './ledger.model.js';

interface Props {
  t: Texts;
  model: LedgerModel;
}

interface Place {
  after?: string;
  'notices-after'?: string;
}

function addressOf({ on, state }: Pick<LedgerModel, 'on' | 'state'>, place: Place = {}): string {
  const query = new URLSearchParams({ on, ...(state && { state }), ...place });
  return `${paths.ledger}?${query}`;
}

function Filter({ t, model }: Props): VNode {
  const words = t.ledger;
  const states = ['', ...SHOWN_STATES].map((value) => ({ value, label: words.states[value as keyof typeof words.states] }));
  const error = model.wrongDay === undefined ? undefined : words.wrongDay(model.wrongDay);
  return (
    <FilterBar action={paths.ledger} label={words.filter} submit={words.show} short>
      <TextField
        t={t}
        name="on"
        label={words.day}
        value={model.wrongDay ?? words.dayValue(Temporal.PlainDate.from(model.on))}
        error={error}
        maxLength={20}
        short
      />
      <Select t={t} name="state" label={words.state} value={model.state} options={states} />
    </FilterBar>
  );
}

function Days({ t, model }: Props): VNode {
  const day = Temporal.PlainDate.from(model.on);
  const to = (days: number) => addressOf({ on: day.add({ days }).toString(), state: model.state });
  return (
    <p class="ft-after ft-no-print">
      <a href={to(-1)} rel="prev">
        {t.ledger.dayBefore}
      </a>{' '}
      ·{' '}
      <a href={to(1)} rel="next">
        {t.ledger.dayAfter}
      </a>
    </p>
  );
}

/** What became of it, and what a mail server said. */
function Outcome({ t, row }: { t: Texts; row: LedgerRowView | NoticeRowView }): VNode {
  const words = t.ledger;
  const reason = (row.state === 'skipped' || row.state === 'planned') && row.reason ? wordFor(words.reasons, row.reason) : undefined;
  return (
    <>
      <strong>{words.states[row.state]}</strong>
      {reason && `: ${reason}`}
      {row.sentAt && <div>{momentInText(t, row.sentAt, row.zone)}</div>}
      {row.response && <div class="ft-meta ft-wrap-anywhere">{row.response}</div>}
      {row.messageId && <div class="ft-meta ft-wrap-anywhere">{row.messageId}</div>}
    </>
  );
}

function Recipient({ t, row }: { t: Texts; row: LedgerRowView | NoticeRowView }): VNode {
  const { name, email } = row.recipient;
  const others = (row.sentTo ?? ('goesTo' in row ? row.goesTo : undefined) ?? []).filter(({ address }) => address !== email);
  return (
    <>
      {name}
      <div class="ft-meta ft-wrap-anywhere">{email}</div>
      {others.map((other) => (
        <div class="ft-meta ft-wrap-anywhere">{other.deputy ? t.ledger.deputy(other.name, other.address) : other.address}</div>
      ))}
    </>
  );
}

function Rows({ t, model }: Props): VNode {
  const words = t.ledger;
  const columns = [words.to, words.authority, words.call, words.closes, words.lead, words.due, words.outcome].map((label) => ({ label }));
  const rows = model.rows.map((row) => ({
    cells: [
      <Recipient t={t} row={row} />,
      row.authority.name,
      <a href={paths.call(row.call.id)}>{row.call.title}</a>,
      inList(t, row.deadline.closesOn),
      words.leads(row.lead, row.unit),
      momentInText(t, row.dueAt, row.zone),
      <Outcome t={t} row={row} />,
    ],
  }));
  return rows.length > 0 ? (
    <Table caption={inFull(t, model.on)} columns={columns} rows={rows} stack dense />
  ) : (
    <EmptyState text={words.none} />
  );
}

/** Beside reminders: changes, corrections, new matches and the like. */
function Notices({ t, model }: Props): VNode {
  const words = t.ledger;
  const columns = [words.to, words.authority, words.what, words.due, words.outcome].map((label) => ({ label }));
  const rows = [...model.foreseen, ...model.notices].map((row) => ({
    cells: [
      <Recipient t={t} row={row} />,
      row.authority?.name,
      <>
        {wordFor(words.kinds, row.kind)}
        {row.call && (
          <div>
            <a href={paths.call(row.call.id)}>{row.call.title}</a>
          </div>
        )}
      </>,
      momentInText(t, row.dueAt, row.zone),
      <Outcome t={t} row={row} />,
    ],
  }));
  return rows.length > 0 ? (
    <Table caption={words.notices} columns={columns} rows={rows} stack dense />
  ) : (
    <EmptyState text={words.noNotices} />
  );
}

/** For administrators: what goes out on a day, and what became of it. */
export function ledgerView(frame: Frame, model: LedgerModel): VNode {
  const t = texts(frame.locale);
  const words = t.ledger;
  const summary = SHOWN_STATES.map((state) => `${number(t, model.counts[state])} ${words.states[state]}`).join(' · ');
  return (
    <Page frame={frame} title={words.title} place="operation" hasErrors={model.wrongDay !== undefined}>
      <PageHeading title={words.title} lead={words.leadIn} />
      <Filter t={t} model={model} />
      <Section id="day" title={inFull(t, model.on)} beside={<p class="ft-meta">{summary}</p>}>
        <Days t={t} model={model} />
        <div class="ft-after">
          <Rows t={t} model={model} />
        </div>
        <p class="ft-after ft-no-print">
          {model.isLater && <a href={addressOf(model)}>{words.fromStart}</a>}{' '}
          {model.next && <a href={addressOf(model, { after: model.next })}>{words.more}</a>}
        </p>
      </Section>
      <Section id="notices" title={words.notices}>
        <Notices t={t} model={model} />
        <p class="ft-after ft-no-print">
          {model.nextNotices && <a href={addressOf(model, { 'notices-after': model.nextNotices })}>{words.more}</a>}
        </p>
      </Section>
    </Page>
  );
}
