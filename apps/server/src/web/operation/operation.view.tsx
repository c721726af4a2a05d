import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { momentInText, number } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { type Texts, texts, wordFor } from '../texts/texts.js';
import type { OperationModel } from './operation.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: OperationModel;
}

function LiftForm({ t, frame, address }: { t: Texts; frame: Frame; address: string }): VNode {
  return (
    <form method="post" action={paths.suspensionLift}>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="address" value={address} />
      <input type="hidden" name="back" value={paths.operation} />
      <SubmitButton label={t.operation.lift} rank="tertiary" about={address} />
    </form>
  );
}

function Troubles({ t, model }: Props): VNode {
  const words = t.operation;
  if (model.troubles.length === 0) {
    return (
      <div class="ft-after">
        <Notice kind="success">
          <p>{words.allWell}</p>
        </Notice>
      </div>
    );
  }
  return (
    <div class="ft-stack ft-after">
      {model.troubles.map(({ text, help, since }) => (
        <Notice kind="danger">
          <p>
            <strong>{text}</strong> {since && words.sinceWhen(momentInText(t, since, model.zone))}
          </p>
          <p>{help}</p>
        </Notice>
      ))}
    </div>
  );
}

function Facts({ t, model }: Props): VNode {
  const words = t.operation;
  const { ticks, lastSentAt, refused, waiting, oldestSeconds, databaseAheadMs } = model.facts;
  const rows = [
    [words.lastSent, lastSentAt ? momentInText(t, lastSentAt, model.zone) : words.never],
    [words.refused, number(t, refused)],
    [words.queue, waiting === 0 ? words.empty : words.waiting(number(t, waiting), Math.round(oldestSeconds / 60))],
    [words.clocks, words.apart(number(t, Math.round(Math.abs(databaseAheadMs) / 1000)))],
    ...ticks.map(({ task, tickedAt, failed }) => [
      wordFor(words.tasks, task),
      [tickedAt ? momentInText(t, tickedAt, model.zone) : words.never, failed === undefined ? '' : words.failing(failed)]
        .filter(Boolean)
        .join(' '),
    ]),
  ];
  return (
    <Section id="facts" title={words.facts}>
      <Table caption={words.facts} rows={rows.map((cells) => ({ cells }))} dense />
    </Section>
  );
}

function Suspended({ t, frame, model }: Props): VNode {
  const words = t.operation;
  const columns = [words.address, words.of, words.since, words.answer, words.lift].map((label, at) => ({ label, quiet: at === 4 }));
  const rows = model.suspended.map(({ address, owners, since, lastReason }) => ({
    cells: [
      address,
      owners.join(', '),
      momentInText(t, since, model.zone),
      <span class="ft-wrap-anywhere">{lastReason}</span>,
      <LiftForm t={t} frame={frame} address={address} />,
    ],
  }));
  return (
    <Section id="suspended" title={words.suspended}>
      <p class="ft-after">{words.suspendedMeans}</p>
      <div class="ft-after">
        {rows.length > 0 ? <Table columns={columns} rows={rows} stack /> : <EmptyState text={words.noneSuspended} />}
      </div>
    </Section>
  );
}

function Failed({ t, model }: Props): VNode {
  const words = t.operation;
  const columns = [words.recipient, words.kind, words.tried, words.answer].map((label) => ({ label }));
  const rows = model.failed.map(({ recipient, kind, triedAt, response }) => ({
    cells: [
      `${recipient.name}, ${recipient.email}`,
      wordFor(words.kinds, kind),
      triedAt && momentInText(t, triedAt, model.zone),
      response && <span class="ft-wrap-anywhere">{response}</span>,
    ],
  }));
  return (
    <Section id="failed" title={words.failed}>
      <p class="ft-after">{words.failedMeans}</p>
      <div class="ft-after">{rows.length > 0 ? <Table columns={columns} rows={rows} stack /> : <EmptyState text={words.noneFailed} />}</div>
      {model.failedTotal > model.failed.length && <p class="ft-meta ft-after">{words.more(model.failed.length, model.failedTotal)}</p>}
    </Section>
  );
}

/** For administrators: which letters do not arrive. */
export function operationView(frame: Frame, model: OperationModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  return (
    <Page frame={frame} title={t.operation.title} place="operation">
      <PageHeading title={t.operation.title} lead={t.operation.lead} />
      <p class="ft-after">
        <a href={paths.ledger}>{t.ledger.link}</a>
      </p>
      <Troubles {...props} />
      <Facts {...props} />
      <Suspended {...props} />
      <Failed {...props} />
    </Page>
  );
}
