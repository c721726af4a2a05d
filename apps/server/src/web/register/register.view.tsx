import { REGISTER_FORMATS } from '@app/authorities/read-register.js';
import type { ImportSummary } from '@app/authorities/register-import.query.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import { momentInText, number } from '../pieces/day.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { HintAndError } from '../pieces/field-parts.js';
import { describedBy, fieldId } from '../pieces/form-values.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Panel, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { type Texts, texts } from '../texts/texts.js';
import { OpenChanges } from './open-changes.js';
import type { RegisterModel } from './register.model.js';

/** A multipart form: its token stands in a field before the file, see edge/access/upload-form.decorator.ts. */
function Upload({ t, frame, error }: { t: Texts; frame: Frame; error: string | undefined }): VNode {
  const options = REGISTER_FORMATS.map((value) => ({ value, label: t.register.formats[value]! }));
  return (
    <Panel id="upload" title={t.register.uploadTitle}>
      <form method="post" action={paths.registerImports} encType="multipart/form-data" class="ft-stack">
        <CsrfField csrf={frame.csrf} />
        <Select t={t} name="format" label={t.register.format} hint={t.register.formatHint} value="gv100ad" options={options} />
        <div class="kern-form-input">
          <label class="kern-label" for={fieldId('file')}>
            {t.register.file}
          </label>
          <HintAndError t={t} name="file" label={t.register.file} error={error} />
          <input
            class="kern-form-input__input"
            id={fieldId('file')}
            name="file"
            type="file"
            accept=".txt,.csv,text/plain,text/csv"
            required
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={describedBy('file', undefined, error)}
          />
        </div>
        <div class="ft-actions">
          <SubmitButton label={t.register.upload} />
        </div>
      </form>
    </Panel>
  );
}

export function countsInText(t: Texts, { added, changed, unchanged, ended }: NonNullable<ImportSummary['counts']>): string {
  return t.register.counts(number(t, added), number(t, changed), number(t, unchanged), number(t, ended));
}

function Imports({ t, model }: { t: Texts; model: RegisterModel }): VNode {
  const rows = model.imports.map((each) => ({
    cells: [
      <a href={paths.registerImport(each.id)}>{each.fileName}</a>,
      t.register.formats[each.format] ?? each.format,
      momentInText(t, each.createdAt, model.zone),
      each.counts ? countsInText(t, each.counts) : (t.register.states[each.state] ?? each.state),
    ],
  }));
  const columns = [t.register.file, t.register.format, t.register.at, t.register.state].map((label) => ({ label }));
  return (
    <Section id="imports" title={t.register.imports}>
      {rows.length > 0 ? (
        <Table caption={t.register.imports} columns={columns} rows={rows} stack />
      ) : (
        <p class="ft-meta ft-after">{t.register.noImports}</p>
      )}
    </Section>
  );
}

function Done({ t, model }: { t: Texts; model: RegisterModel }): VNode {
  return (
    <Notice kind="success" live>
      <p>{t.register[model.done!]}</p>
      {model.conflicts && model.conflicts.length > 0 && <p>{t.register.confirmedConflicts(model.conflicts.join(', '))}</p>}
    </Notice>
  );
}

export function registerView(frame: Frame, model: RegisterModel): VNode {
  const t = texts(frame.locale);
  const { refused, uploadError } = model;
  const errors = {
    ...(uploadError && { file: uploadError }),
    ...(refused && Object.fromEntries(Object.entries(refused.errors).map(([name, text]) => [name && `${name}-${refused.id}`, text]))),
  };
  return (
    <Page
      frame={frame}
      title={t.register.title}
      place="editor"
      hasErrors={Object.keys(errors).length > 0}
      breadcrumb={[{ label: t.frame.nav.editor, href: paths.editor }, { label: t.register.title }]}
    >
      <PageHeading title={t.register.title} lead={t.register.lead} />
      <ErrorSummary t={t} errors={errors} />
      {model.done && <Done t={t} model={model} />}
      <div class="ft-cols">
        <div>
          <OpenChanges t={t} frame={frame} model={model} />
          <Imports t={t} model={model} />
        </div>
        <div>
          <Upload t={t} frame={frame} error={uploadError} />
        </div>
      </div>
    </Page>
  );
}
