import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Check, Select } from '../pieces/choice-fields.js';
import { inList } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import type { AbsenceModel, ListedAbsence } from './absence.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: AbsenceModel;
}

function days(t: Texts, { from, until, isOver }: ListedAbsence): VNode {
  return (
    <>
      {from === until ? inList(t, from) : t.absence.span(inList(t, from), inList(t, until))}
      {isOver && <span class="ft-meta"> ({t.absence.over})</span>}
    </>
  );
}

function whoGetsIt(t: Texts, { alsoToMe, deputyIsAbsent }: ListedAbsence): string {
  return [alsoToMe ? t.absence.both : t.absence.deputyOnly, deputyIsAbsent ? t.absence.deputyIsAbsent : ''].filter(Boolean).join(' ');
}

function End({ t, frame, absence }: { t: Texts; frame: Frame; absence: ListedAbsence }): VNode {
  return (
    <form method="post" action={paths.absenceEnd(absence.id)}>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="version" value={String(absence.version)} />
      <SubmitButton label={t.absence.end} rank="tertiary" about={t.absence.span(inList(t, absence.from), inList(t, absence.until))} />
    </form>
  );
}

function Own({ t, frame, model }: Props): VNode {
  const words = t.absence;
  const columns = [words.when, words.deputy, words.letters, words.end].map((label, at) => ({ label, quiet: at === 3 }));
  const rows = model.own.map((absence) => ({
    cells: [days(t, absence), absence.other, whoGetsIt(t, absence), <End t={t} frame={frame} absence={absence} />],
  }));
  return (
    <Section id="own" title={words.own}>
      {rows.length > 0 ? (
        <Table columns={columns} rows={rows} stack />
      ) : (
        <div class="ft-after">
          <EmptyState text={words.noneOwn} />
        </div>
      )}
    </Section>
  );
}

function ForOthers({ t, model }: Props): VNode | null {
  const words = t.absence;
  if (model.forOthers.length === 0) return null;
  const columns = [words.when, words.absent, words.letters].map((label) => ({ label }));
  const rows = model.forOthers.map((absence) => ({ cells: [days(t, absence), absence.other, whoGetsIt(t, absence)] }));
  return (
    <Section id="others" title={words.forOthers}>
      <Table columns={columns} rows={rows} stack />
    </Section>
  );
}

function Enter({ t, frame, model }: Props): VNode {
  const words = t.absence;
  const { form, errors, colleagues } = model;
  if (colleagues.length === 0) return <EmptyState text={words.noColleagues} more={words.noColleaguesMeans} />;
  const options = [{ value: '', label: words.choose }, ...colleagues];
  return (
    <form class="ft-stack ft-form" method="post" action={paths.absence} novalidate>
      <CsrfField csrf={frame.csrf} />
      <div class="ft-row">
        <TextField t={t} name="from" label={words.from} hint={words.dayHint} value={form.from} error={errors.from} short />
        <TextField t={t} name="until" label={words.until} hint={words.untilHint} value={form.until} error={errors.until} short />
      </div>
      <Select
        t={t}
        name="deputy"
        label={words.deputy}
        hint={words.deputyHint}
        value={form.deputy}
        options={options}
        error={errors.deputy}
      />
      <Check name="alsoToMe" label={words.alsoToMe} checked={form.alsoToMe} />
      <div class="ft-actions">
        <SubmitButton label={words.enter} />
      </div>
    </form>
  );
}

export function absenceView(frame: Frame, model: AbsenceModel): VNode {
  const t = texts(frame.locale);
  const words = t.absence;
  const props = { t, frame, model };
  const labels: Record<string, string> = { from: words.from, until: words.until, deputy: words.deputy };
  return (
    <Page
      frame={frame}
      title={words.title}
      place="reminders"
      breadcrumb={[{ label: t.reminders.title, href: paths.reminders }]}
      hasErrors={Object.keys(model.errors).length > 0}
    >
      <PageHeading title={words.title} lead={words.lead(model.authorityName)} />
      {model.saved && (
        <Notice kind="success" live>
          <p>{words.saved[model.saved]}</p>
        </Notice>
      )}
      <ErrorSummary t={t} errors={model.errors} labelOf={(name) => labels[name]} />
      <div class={model.saved ? 'ft-after' : undefined}>
        <Enter {...props} />
      </div>
      <Own {...props} />
      <ForOthers {...props} />
    </Page>
  );
}
