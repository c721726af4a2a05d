import { FUNDING_LEVELS } from '@app/funding/program.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, LinkButton, SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Panel, Section } from '../pieces/section.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, texts, wordFor } from '../texts/texts.js';
import type { ProgramFormModel } from './editor.model.js';
import { LocalizedFields } from './localized-fields.js';
import { PartnerFields } from './partner-fields.js';
import { programFieldLabel } from './program-field-labels.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: ProgramFormModel;
}

function More({ t, model }: Props): VNode {
  const { form, errors } = model;
  const words = t.programForm;
  const levels = [
    { value: '', label: words.levelNone },
    ...FUNDING_LEVELS.map((value) => ({ value, label: wordFor(t.words.levels, value) })),
  ];
  return (
    <fieldset class="ft-group">
      <legend>{words.more}</legend>
      <div class="ft-row">
        <TextField t={t} name="topics" label={words.topics} hint={words.topicsHint} value={form.topics} error={errors.topics} optional />
        <Select t={t} name="fundingLevel" label={words.level} value={form.fundingLevel} options={levels} error={errors.fundingLevel} />
      </div>
      <TextField
        t={t}
        name="guidelineUrl"
        label={words.guideline}
        value={form.guidelineUrl}
        error={errors.guidelineUrl}
        inputMode="url"
        optional
      />
    </fieldset>
  );
}

function Form(props: Props): VNode {
  const { t, frame, model } = props;
  const { form, errors } = model;
  const words = t.programForm;
  return (
    <form method="post" action={model.id ? paths.program(model.id) : paths.newProgram} novalidate>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="version" value={form.version} />
      <button class="ft-sr" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true" />
      <ErrorSummary t={t} errors={errors} labelOf={(name) => programFieldLabel(t, name)} />
      <fieldset class="ft-group">
        <legend>{words.what}</legend>
        <LocalizedFields t={t} name="title" label={words.name} value={form.title} errors={errors} />
        <LocalizedFields
          t={t}
          name="summary"
          label={words.summary}
          hint={words.summaryHint}
          value={form.summary}
          errors={errors}
          long
          optional
        />
      </fieldset>
      <Section id="partners" title={words.partners} plain>
        <PartnerFields t={t} partners={form.partners} errors={errors} />
      </Section>
      <More {...props} />
      <div class="ft-section ft-actions">
        <SubmitButton label={t.editor.saveProgram} action="save" />
        <a href={paths.editor}>{t.words.cancel}</a>
      </div>
    </form>
  );
}

function Rounds({ t, model }: Props): VNode | null {
  if (!model.id) return null;
  return (
    <Panel id="rounds" title={t.editor.rounds(model.calls.length)}>
      <ul class="ft-list">
        {model.calls.map((call) => (
          <li>
            <a href={paths.editCall(call.id)}>{call.title}</a> <span class="ft-meta">{t.words.state[call.state]}</span>
          </li>
        ))}
      </ul>
      <div class="ft-actions">
        <LinkButton label={t.editor.addRound} href={paths.newCall(model.id)} />
      </div>
    </Panel>
  );
}

export function programFormView(frame: Frame, model: ProgramFormModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  const title = model.id ? t.programForm.titleEdit : t.programForm.titleNew;
  return (
    <Page
      frame={frame}
      title={title}
      place="editor"
      hasErrors={Object.keys(model.errors).length > 0}
      breadcrumb={[{ label: t.editor.title, href: paths.editor }, { label: title }]}
    >
      <PageHeading title={title} />
      <div class="ft-cols">
        <div>
          {model.saved && (
            <Notice kind="success" live>
              <p>{t.editor.saved}</p>
            </Notice>
          )}
          <Form {...props} />
        </div>
        <div>
          <Rounds {...props} />
        </div>
      </div>
    </Page>
  );
}
