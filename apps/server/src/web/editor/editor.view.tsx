import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { LinkButton } from '../pieces/buttons.js';
import { inText, number } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { Until } from '../pieces/until.js';
import { type Texts, texts } from '../texts/texts.js';
import type { EditedCall, EditorModel } from './editor.model.js';

function callRow(t: Texts, call: EditedCall, isDraft: boolean) {
  const { fitting, deadline } = call;
  const edit = (
    <a href={paths.editCall(call.id)}>
      {t.editor.edit}
      <span class="ft-sr">: {call.title}</span>
    </a>
  );
  return {
    cells: [
      <a href={isDraft ? paths.editCall(call.id) : paths.call(call.id)}>{call.title}</a>,
      deadline && <Until t={t} deadline={deadline} />,
      fitting && t.impact.partOf(number(t, fitting.eligible), number(t, fitting.total)),
      inText(t, call.changedOn),
      edit,
    ],
  };
}

interface CallListProps {
  t: Texts;
  id: string;
  title: string;
  calls: readonly EditedCall[];
  /** Said when there is none. */
  none: string;
}

function CallList({ t, id, title, calls, none }: CallListProps): VNode {
  const columns = [t.editor.call, t.editor.until, t.editor.fitting, t.editor.changedOn].map((label) => ({ label }));
  return (
    <Section id={id} title={title} beside={<p class="ft-meta">{t.words.calls(calls.length)}</p>}>
      {calls.length > 0 ? (
        <Table
          caption={title}
          columns={[...columns, { label: t.editor.manage, quiet: true }]}
          rows={calls.map((call) => callRow(t, call, id === 'drafts'))}
          stack
        />
      ) : (
        <p class="ft-meta ft-after">{none}</p>
      )}
    </Section>
  );
}

function Programs({ t, programs }: { t: Texts; programs: EditorModel['programs'] }): VNode {
  const rows = programs.map(({ id, title, rounds }) => ({
    cells: [
      <a href={paths.program(id)}>{title}</a>,
      t.editor.rounds(rounds),
      <a href={paths.newCall(id)}>
        {t.editor.addRound}
        <span class="ft-sr">: {title}</span>
      </a>,
    ],
  }));
  const columns = [{ label: t.editor.program }, { label: t.call.round }, { label: t.editor.manage, quiet: true }];
  return (
    <Section id="programs" title={t.editor.programs}>
      {rows.length > 0 ? (
        <Table caption={t.editor.programs} columns={columns} rows={rows} stack />
      ) : (
        <div class="ft-after">
          <EmptyState text={t.editor.noPrograms} next={{ label: t.editor.newProgram, href: paths.newProgram }} />
        </div>
      )}
    </Section>
  );
}

export function editorView(frame: Frame, model: EditorModel): VNode {
  const t = texts(frame.locale);
  const lists = (['drafts', 'published', 'withdrawn'] as const).filter((list) => list !== 'withdrawn' || model.withdrawn.length > 0);
  const none = { drafts: t.editor.noDrafts, published: t.editor.noPublished, withdrawn: '' };
  return (
    <Page frame={frame} title={t.editor.title} place="editor">
      <PageHeading title={t.editor.title} lead={t.editor.lead}>
        <LinkButton label={t.territories.title} href={paths.territories} rank="tertiary" />
        <LinkButton label={t.register.title} href={paths.register} rank="tertiary" />
        <LinkButton label={t.editor.newProgram} href={paths.newProgram} />
        {model.programs.length > 0 && <LinkButton label={t.editor.newCall} href={paths.newCall()} rank="primary" />}
      </PageHeading>
      {lists.map((list) => (
        <CallList t={t} id={list} title={t.editor[list]} calls={model[list]} none={none[list]} />
      ))}
      <Programs t={t} programs={model.programs} />
    </Page>
  );
}
