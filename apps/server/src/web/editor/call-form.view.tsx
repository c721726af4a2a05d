import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Section } from '../pieces/section.js';
import { TextArea, TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import { callFieldLabel } from './call-field-labels.js';
import { DeadlineFields } from './deadline-fields.js';
import type { CallFormModel } from './editor.model.js';
import { EditorSteps } from './editor-steps.js';
import { ImpactPanels } from './impact.js';
import { LocalizedFields } from './localized-fields.js';
import { MoneyFields } from './money-fields.js';
import { PartnerFields } from './partner-fields.js';
import { RuleFields } from './rule-fields.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: CallFormModel;
}

function Which({ t, model }: Props): VNode {
  const { form, errors } = model;
  const words = t.callForm;
  const programs = [{ value: '', label: words.chooseProgram }, ...model.programs];
  const previous = [{ value: '', label: words.noPrevious }, ...model.previousCalls];
  return (
    <fieldset class="ft-group">
      <legend>{words.what}</legend>
      <div class="ft-row ft-row--end">
        <Select t={t} name="programId" label={words.program} value={form.programId} options={programs} error={errors.programId} />
        <TextField t={t} name="round" label={words.round} hint={words.roundHint} value={form.round} error={errors.round} />
        <Select
          t={t}
          name="previousCallId"
          label={words.previous}
          value={form.previousCallId}
          options={previous}
          error={errors.previousCallId}
        />
      </div>
      <LocalizedFields t={t} name="title" label={words.title} hint={words.titleHint} value={form.title} errors={errors} optional />
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
  );
}

function Deadlines({ t, model }: Props): VNode {
  const { deadlines } = model.form;
  return (
    <Section id="deadlines" title={t.callForm.deadlines} plain>
      {deadlines.map((deadline, at) => (
        <DeadlineFields t={t} deadline={deadline} at={at} errors={model.errors} removable={deadlines.length > 1 || deadline.id !== ''} />
      ))}
      <div class="ft-actions ft-after">
        <SubmitButton
          label={t.callForm.addDeadline}
          rank="secondary"
          action="add-deadline"
          anchor={`f-deadlines-${deadlines.length}-stage`}
          unchecked
        />
      </div>
    </Section>
  );
}

function Sources({ t, model }: Props): VNode {
  const { form, errors } = model;
  const words = t.moneyForm;
  return (
    <>
      <Section id="partners" title={words.partners} plain>
        <p>{words.partnersLead}</p>
        <PartnerFields t={t} partners={form.partners} errors={errors} />
      </Section>
      <Section id="source" title={words.source} plain>
        <fieldset class="ft-group">
          <legend>{t.call.source}</legend>
          <div class="ft-row ft-row--end">
            <TextField
              t={t}
              name="source.url"
              label={words.sourceUrl}
              value={form.source.url}
              error={errors['source.url']}
              inputMode="url"
            />
            <TextField
              t={t}
              name="source.publishedOn"
              label={words.publishedOn}
              hint={t.callForm.dayHint}
              value={form.source.publishedOn}
              error={errors['source.publishedOn']}
              inputMode="decimal"
              optional
            />
          </div>
          <TextArea
            t={t}
            name="winners"
            label={t.callForm.winners}
            hint={t.callForm.winnersHint}
            value={form.winners}
            error={errors.winners}
            code
            optional
          />
        </fieldset>
      </Section>
    </>
  );
}

function Buttons({ t, model }: Props): VNode {
  const isDraft = model.state === 'draft';
  return (
    <div class="ft-section ft-actions">
      {isDraft && <SubmitButton label={t.editor.toReview} action="review" />}
      <SubmitButton label={isDraft ? t.editor.save : t.editor.savePublished} rank={isDraft ? 'secondary' : 'primary'} action="save" />
      <SubmitButton label={t.editor.recalculate} rank="tertiary" action="recalculate" anchor="impact" unchecked />
    </div>
  );
}

function Form(props: Props): VNode {
  const { t, frame, model } = props;
  return (
    <form method="post" action={model.id ? paths.editCall(model.id) : paths.newCall()} novalidate>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="version" value={model.form.version} />
      {/* Enter in a field presses a form's first button: it shall save, not remove a row */}
      <button class="ft-sr" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true" />
      <ErrorSummary t={t} errors={model.errors} labelOf={(name) => callFieldLabel(t, name)} />
      <Which {...props} />
      <RuleFields t={t} model={model} />
      <Deadlines {...props} />
      <MoneyFields t={t} model={model} />
      <Sources {...props} />
      <Buttons {...props} />
    </form>
  );
}

export function callFormView(frame: Frame, model: CallFormModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  const heading = model.id ? t.callForm.titleEdit : t.callForm.titleNew;
  return (
    <Page
      frame={frame}
      title={model.title ? `${heading}: ${model.title}` : heading}
      place="editor"
      hasErrors={Object.keys(model.errors).length > 0}
      breadcrumb={[{ label: t.editor.title, href: paths.editor }, { label: model.title ?? heading }]}
    >
      <PageHeading title={heading} lead={model.title && `${model.title}, ${t.words.state[model.state]}`} />
      <EditorSteps t={t} programId={model.form.programId} callId={model.id} step="call" />
      <div class="ft-section ft-cols">
        <div>
          {model.saved && (
            <Notice kind="success" live>
              <p>{t.editor.saved}</p>
            </Notice>
          )}
          <Form {...props} />
        </div>
        <div class="ft-sticky">
          <ImpactPanels t={t} impact={model.impact} isPublished={model.state === 'published'} />
        </div>
      </div>
    </Page>
  );
}
