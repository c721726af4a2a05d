import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Check, Select } from '../pieces/choice-fields.js';
import { inList } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { HintAndError } from '../pieces/field-parts.js';
import { describedBy, fieldId } from '../pieces/form-values.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import type { ListedSitting, SittingsModel } from './sittings.model.js';
import type { StepRow } from './steps-form.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: SittingsModel;
}

/** Empty rows at the end of the steps. */
const BLANK: readonly StepRow[] = [{ id: '', name: '', amount: '', unit: 'days', from: 'deadline', after: false }];

function Hidden({ frame, model }: Pick<Props, 'frame' | 'model'>): VNode {
  return (
    <>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="key" value={model.key} />
    </>
  );
}

function Remove({ t, frame, model, sitting }: Props & { sitting: ListedSitting }): VNode {
  return (
    <form method="post" action={paths.sittingRemoval(sitting.id)}>
      <Hidden frame={frame} model={model} />
      <input type="hidden" name="version" value={String(sitting.version)} />
      <SubmitButton label={t.planning.remove} rank="tertiary" about={`${sitting.name}, ${inList(t, sitting.day)}`} />
    </form>
  );
}

function Sittings(props: Props): VNode {
  const { t, model } = props;
  const words = t.planning;
  const columns = [{ label: words.day }, { label: words.body }, { label: words.kind }, { label: words.remove, quiet: true }];
  const rows = model.sittings.map((sitting) => ({
    cells: [
      <>
        {inList(t, sitting.day)}
        {sitting.isOver && <span class="ft-meta"> ({words.over})</span>}
      </>,
      <>
        {sitting.name}
        {sitting.imported && <span class="ft-meta"> ({words.fromFile})</span>}
      </>,
      words.kinds[sitting.kind],
      <Remove {...props} sitting={sitting} />,
    ],
  }));
  return (
    <Section id="sittings" title={words.sittings}>
      {rows.length > 0 ? <Table caption={words.sittings} columns={columns} rows={rows} stack /> : <EmptyState text={words.noSittings} />}
    </Section>
  );
}

function Add({ t, frame, model }: Props): VNode {
  const words = t.planning;
  const { entry, errors } = model;
  const kinds = (['council', 'committee'] as const).map((value) => ({ value, label: words.kinds[value] }));
  return (
    <Section id="add" title={words.add}>
      <form class="ft-stack ft-form ft-after" method="post" action={paths.sittings} novalidate>
        <Hidden frame={frame} model={model} />
        <TextField t={t} name="day" label={words.day} hint={words.dayHint} value={entry.day} error={errors.day} short />
        <Select t={t} name="kind" label={words.kind} value={entry.kind} options={kinds} error={errors.kind} />
        <TextField t={t} name="name" label={words.body} hint={words.bodyHint} value={entry.name} error={errors.name} />
        <SubmitButton label={words.addButton} />
      </form>
    </Section>
  );
}

function Import({ t, frame, model }: Props): VNode {
  const words = t.planning;
  const error = model.errors.file;
  const kinds = [
    { value: '', label: words.kindByName },
    ...(['council', 'committee'] as const).map((value) => ({ value, label: words.allOf(words.kinds[value]) })),
  ];
  return (
    <Section id="import" title={words.import}>
      <form class="ft-stack ft-form ft-after" method="post" action={paths.sittingImports} encType="multipart/form-data">
        <Hidden frame={frame} model={model} />
        <div class="kern-form-input">
          <label class="kern-label" for={fieldId('file')}>
            {words.file}
          </label>
          <HintAndError t={t} name="file" label={words.file} hint={words.fileHint} error={error} />
          <input
            class="kern-form-input__input"
            id={fieldId('file')}
            name="file"
            type="file"
            accept=".ics,text/calendar"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={describedBy('file', words.fileHint, error)}
          />
        </div>
        <Select t={t} name="kind" idFrom="import-kind" label={words.whichBodies} value="" options={kinds} />
        <SubmitButton label={words.importButton} rank="secondary" />
      </form>
    </Section>
  );
}

function Step({ t, model, row, at }: Props & { row: StepRow; at: number }): VNode {
  const words = t.planning;
  const { errors } = model;
  const name = (field: string) => `steps.${at}.${field}`;
  const units = (['days', 'working_days'] as const).map((value) => ({ value, label: words.units[value] }));
  const origins = model.steps.origins.filter(({ value }) => value !== `step:${row.id}`);
  return (
    <fieldset class="ft-group">
      <legend>{row.name === '' ? words.newStep : row.name}</legend>
      <input type="hidden" name={name('id')} value={row.id} />
      <TextField t={t} name={name('name')} label={words.what} value={row.name} error={errors[name('name')]} />
      <div class="ft-row">
        <TextField
          t={t}
          name={name('amount')}
          label={words.amount}
          value={row.amount}
          error={errors[name('amount')]}
          inputMode="numeric"
          short
        />
        <Select t={t} name={name('unit')} label={words.unit} value={row.unit} options={units} />
      </div>
      <Select t={t} name={name('from')} label={words.from} value={row.from} options={origins} error={errors[name('from')]} />
      <Check name={name('after')} label={words.afterSittings} checked={row.after} />
    </fieldset>
  );
}

function Steps(props: Props): VNode {
  const { t, frame, model } = props;
  const words = t.planning;
  return (
    <Section id="steps" title={words.steps}>
      <p class="ft-after">{words.stepsLead}</p>
      {model.steps.suggested && (
        <div class="ft-after">
          <Notice kind="info">
            <p>{words.suggested}</p>
          </Notice>
        </div>
      )}
      <form class="ft-stack ft-form ft-after" method="post" action={paths.leadSteps} novalidate>
        <Hidden frame={frame} model={model} />
        <input type="hidden" name="version" value={String(model.steps.version)} />
        {[...model.steps.rows, ...BLANK].map((row, at) => (
          <Step {...props} row={row} at={at} />
        ))}
        <p class="ft-meta">{words.emptyNameRemoves}</p>
        <SubmitButton label={words.saveSteps} />
      </form>
    </Section>
  );
}

function Happened({ t, model }: Props): VNode | null {
  const words = t.planning;
  const { imported, saved } = model;
  const text = imported ? words.imported(imported) : saved && words.saved[saved];
  if (!text) return null;
  return (
    <div class="ft-before">
      <Notice kind="success" live>
        <p>{text}</p>
      </Notice>
    </div>
  );
}

function labelOf(t: Texts, name: string): string | undefined {
  const words = t.planning;
  const field = name.split('.').at(-1)!;
  const labels: Record<string, string> = {
    day: words.day,
    kind: words.kind,
    name: words.body,
    file: words.file,
    amount: words.amount,
    from: words.from,
  };
  return name.endsWith('.name') ? words.what : labels[field];
}

export function sittingsView(frame: Frame, model: SittingsModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  return (
    <Page
      frame={frame}
      title={t.planning.title}
      place="authority"
      hasErrors={Object.keys(model.errors).length > 0}
      breadcrumb={[{ label: model.name, href: paths.authority }, { label: t.planning.title }]}
    >
      <PageHeading title={t.planning.title} lead={t.planning.lead(model.name)} />
      <ErrorSummary t={t} errors={model.errors} labelOf={(name) => labelOf(t, name)} />
      <Happened {...props} />
      <Sittings {...props} />
      <div class="ft-section ft-cols ft-cols--even">
        <Add {...props} />
        <Import {...props} />
      </div>
      <Steps {...props} />
    </Page>
  );
}
