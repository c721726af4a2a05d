import { stageName } from '@app/deadlines/words/names.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, LinkButton, SubmitButton } from '../pieces/buttons.js';
import { number } from '../pieces/day.js';
import { DeadlineChanges } from '../pieces/deadline-change.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Facts } from '../pieces/facts.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Panel, Section } from '../pieces/section.js';
import { TextField } from '../pieces/text-field.js';
import { capital } from '../texts/capital.js';
import { type Texts, texts } from '../texts/texts.js';
import type { AmendmentModel, AmendmentPreview } from './amendment.model.js';
import { callFieldLabel } from './call-field-labels.js';
import { KindField } from './kind-field.js';
import { ScheduleFields } from './schedule-fields.js';

interface Props {
  t: Texts;
  model: AmendmentModel;
}

/** The usual steps in one press each: they fill in the entries and show what that would do. */
function Steps({ t, model }: Props): VNode {
  const { kind, exhausted } = model.form;
  const step = (action: string, label: string) => (
    <SubmitButton label={label} rank="secondary" action={action} anchor="preview" unchecked />
  );
  return (
    <div class="ft-actions ft-after">
      <span class="ft-meta">{t.amendment.shortcuts}</span>
      {kind === 'rolling' && exhausted ? step('reopen', t.amendment.reopen) : step('exhausted', t.amendment.exhausted)}
      {kind !== 'unannounced' && step('take-back', t.amendment.takeBack)}
    </div>
  );
}

function Entries({ t, model }: Props): VNode {
  const props = { t, deadline: model.form, at: 0, errors: model.errors, removable: false };
  return (
    <fieldset class="ft-group">
      <legend>{t.amendment.wanted}</legend>
      <div class="ft-row ft-row--end">
        <KindField {...props} />
      </div>
      <ScheduleFields {...props} />
      <Steps t={t} model={model} />
    </fieldset>
  );
}

function effectsOf(t: Texts, { followers, reminders, calendar }: AmendmentPreview) {
  const n = (value: number) => number(t, value);
  const words = t.amendment;
  const moves = (moved: number, added: number, gone: number, whom: string) =>
    moved + added + gone === 0 ? words.noMoves : `${words.moves(n(moved), n(added), n(gone))}, ${whom}`;
  return [
    { term: words.followers, values: [words.followersAre(followers.people, n(followers.people), n(followers.authorities))] },
    {
      term: words.reminders,
      values: [moves(reminders.moved, reminders.added, reminders.dropped, words.people(n(reminders.people)))],
    },
    { term: words.calendar, values: [moves(calendar.moved, calendar.added, calendar.removed, words.feeds(n(calendar.feeds)))] },
  ];
}

/** What it would do, with the button that does it. */
function Preview({ t, preview }: { t: Texts; preview: AmendmentPreview }): VNode {
  return (
    <Panel id="preview" title={t.amendment.preview}>
      <DeadlineChanges t={t} changes={preview.changes} />
      <Facts facts={effectsOf(t, preview)} />
      <div class="ft-actions ft-after">
        <SubmitButton label={t.amendment.amend} action="amend" />
      </div>
    </Panel>
  );
}

function AmendForm({ t, frame, model }: Props & { frame: Frame }): VNode {
  const { callId, deadlineId, preview } = model;
  return (
    <form class="ft-stack" method="post" action={paths.amendDeadline(callId, deadlineId)}>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="version" value={String(model.version)} />
      <input type="hidden" name="deadlines.0.id" value={deadlineId} />
      {preview && <input type="hidden" name="seen" value={preview.seen} />}
      <Entries t={t} model={model} />
      <TextField
        t={t}
        name="reason"
        label={t.amendment.reason}
        hint={t.amendment.reasonHint}
        value={model.reason}
        error={model.errors.reason}
      />
      <div class="ft-actions">
        <SubmitButton label={t.amendment.look} rank={preview ? 'secondary' : 'primary'} action="preview" anchor="preview" unchecked />
        <LinkButton label={t.amendment.back} href={paths.call(callId)} rank="tertiary" />
      </div>
      {preview ? <Preview t={t} preview={preview} /> : <p class="ft-meta">{t.amendment.noPreview}</p>}
    </form>
  );
}

export function amendmentView(frame: Frame, model: AmendmentModel): VNode {
  const t = texts(frame.locale);
  const title = t.amendment.title(stageName(model.stage, t.locale));
  const hasErrors = Object.keys(model.errors).length > 0 || model.changed !== undefined;
  const labelOf = (name: string) => (name === 'reason' ? t.amendment.reason : callFieldLabel(t, name));
  return (
    <Page
      frame={frame}
      title={`${title}: ${model.title}`}
      place="editor"
      hasErrors={hasErrors}
      breadcrumb={[{ label: t.editor.title, href: paths.editor }, { label: model.title, href: paths.call(model.callId) }, { label: title }]}
    >
      <PageHeading title={title} lead={model.title} />
      <div class="ft-section ft-amendment">
        {model.changed && (
          <Notice kind="warning" live>
            <p>{model.changed}</p>
          </Notice>
        )}
        <ErrorSummary t={t} errors={model.errors} labelOf={labelOf} />
        <Section id="now" title={t.amendment.now} class="">
          <p class="ft-after">
            <strong>{capital(model.now, t.locale)}.</strong>
          </p>
        </Section>
        <AmendForm t={t} frame={frame} model={model} />
        <p class="ft-section ft-meta">{t.amendment.means}</p>
      </div>
    </Page>
  );
}
