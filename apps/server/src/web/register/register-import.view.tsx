import type { ChangeView } from '@app/authorities/changes/changes.query.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { inText, momentInText } from '../pieces/day.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { type Texts, texts } from '../texts/texts.js';
import type { ImportModel } from './register.model.js';
import { countsInText } from './register.view.js';

function before({ kind, old, from }: ChangeView): string {
  if (kind === 'new' || !old) return '';
  return `${kind === 'renamed' && from !== null ? from : old.name} (${old.key})`;
}

function after({ kind, successor, to }: ChangeView): string {
  return successor ? `${kind === 'renamed' && to !== null ? to : successor.name} (${successor.key})` : '';
}

function Report({ t, model }: { t: Texts; model: ImportModel }): VNode {
  const { open, ...happened } = model.report;
  const changes = Object.values(happened).flat();
  const columns = [t.register.before, t.register.after, t.register.kind, t.register.effectiveOn].map((label) => ({ label }));
  return (
    <Section id="report" title={t.register.report}>
      {open.length > 0 && (
        <Notice kind="warning">
          <p>
            {t.register.needsYou(open.length)} <a href={`${paths.register}#open`}>{t.register.toOpen}</a>
          </p>
        </Notice>
      )}
      {changes.length > 0 ? (
        <Table
          caption={t.register.report}
          columns={columns}
          rows={changes.map((change) => ({
            cells: [before(change), after(change), t.register.kinds[change.kind], inText(t, change.effectiveOn)],
          }))}
          stack
        />
      ) : (
        <p class="ft-meta ft-after">{t.register.nothing}</p>
      )}
    </Section>
  );
}

function Problems({ t, problems }: { t: Texts; problems: ImportModel['problems'] }): VNode {
  const rows = problems.map(({ line, reason }) => ({ cells: [String(line), reason] }));
  return (
    <Section id="problems" title={t.register.problems}>
      <Table caption={t.register.problems} columns={[{ label: t.register.line }, { label: t.register.reason }]} rows={rows} />
    </Section>
  );
}

export function registerImportView(frame: Frame, model: ImportModel): VNode {
  const t = texts(frame.locale);
  const { state, counts } = model;
  const lead = `${t.register.formats[model.format] ?? model.format}, ${momentInText(t, model.at, model.zone)}`;
  const isUnderWay = state === 'queued' || state === 'running';
  return (
    <Page
      frame={frame}
      title={t.register.importTitle(model.fileName)}
      place="editor"
      breadcrumb={[{ label: t.register.title, href: paths.register }, { label: model.fileName }]}
    >
      <PageHeading title={t.register.importTitle(model.fileName)} lead={lead} />
      <Notice kind={state === 'refused' ? 'danger' : state === 'done' ? 'success' : 'info'}>
        <p>{isUnderWay ? t.register.wait : counts ? countsInText(t, counts) : t.register.states[state]}</p>
      </Notice>
      {model.problems.length > 0 && <Problems t={t} problems={model.problems} />}
      {state === 'done' && <Report t={t} model={model} />}
    </Page>
  );
}
