import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Check, Choices, Select } from '../pieces/choice-fields.js';
import { inList, momentInText } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Panel, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import { AuthorityMailPanel } from './authority-mail-panel.js';
import { DatesForm } from './dates-form.js';
import { LeadsPanel } from './leads-panel.js';
import { NewCallsPanel } from './new-calls-panel.js';
import { LEAD_CHOICES, type ReminderFault } from './reminder-form.js';
import type { RemindersModel } from './reminders.model.js';
import { TestLetterForm } from './test-letter-form.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: RemindersModel;
}

/** Texts of what is wrong, for the model. */
export function reminderErrors(t: Texts, faults: Record<string, ReminderFault>): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).map(([name, { code, text }]) => [name, t.reminders.faults[code]?.(text) ?? code]));
}

function SettingsForm({ t, frame, model }: Props): VNode {
  const { form, errors } = model;
  const words = t.reminders;
  const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
  const leads = LEAD_CHOICES.map((lead) => ({ value: String(lead), label: words.before(lead) }));
  return (
    <form class="ft-stack ft-form" method="post" action={paths.reminders} novalidate>
      <CsrfField csrf={frame.csrf} />
      <Check name="on" label={words.on} checked={form.on} />
      <Choices
        t={t}
        name="leads"
        type="checkbox"
        label={words.leads}
        options={leads}
        values={form.leads.map(String)}
        error={errors.leads}
      />
      <TextField
        t={t}
        name="otherLeads"
        label={words.others}
        hint={words.othersHint}
        value={form.otherLeads}
        error={errors.otherLeads}
        optional
      />
      <Select t={t} name="about" label={words.which} hint={words.whichHint} value={form.about} options={options(words.abouts)} />
      <div class="ft-row">
        <Select t={t} name="unit" label={words.unit} value={form.unit} options={options(words.units)} />
        <Select t={t} name="frequency" label={words.frequency} value={form.frequency} options={options(words.frequencies)} />
      </div>
      <p class="ft-meta">{words.hour}</p>
      <div class="ft-actions">
        <SubmitButton label={words.save} />
      </div>
    </form>
  );
}

function Upcoming({ t, model }: Props): VNode {
  const words = t.reminders;
  const off = !model.form.on;
  const rows = model.upcoming.flatMap(({ dueAt, calls }) =>
    calls.map((call) => ({
      cells: [momentInText(t, dueAt, model.zone, model.today), <a href={call.href}>{call.title}</a>, inList(t, call.closesOn)],
    })),
  );
  return (
    <Section id="upcoming" title={words.upcoming}>
      {rows.length > 0 ? (
        <Table columns={[words.when, words.about, words.closes].map((label) => ({ label }))} rows={rows} stack />
      ) : (
        <div class="ft-after">
          <EmptyState text={off ? words.off : words.noneUpcoming} more={off ? words.noneBecauseOff : undefined} />
        </div>
      )}
    </Section>
  );
}

export function remindersView(frame: Frame, model: RemindersModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  return (
    <Page frame={frame} title={t.reminders.title} place="reminders" hasErrors={Object.keys(model.errors).length > 0}>
      <PageHeading title={t.reminders.title} lead={t.reminders.lead(model.authorityName)} />
      <div class="ft-cols">
        <div>
          {model.saved && (
            <Notice kind="success" live>
              <p>{t.reminders.saved}</p>
            </Notice>
          )}
          <ErrorSummary
            t={t}
            errors={model.errors}
            labelOf={(name) => ({ leads: t.reminders.leads, otherLeads: t.reminders.others })[name]}
          />
          <div class={model.saved ? 'ft-after' : undefined}>
            <SettingsForm {...props} />
          </div>
          <Upcoming {...props} />
        </div>
        <div>
          <Panel id="address" title={t.reminders.address}>
            {!model.isLeftOut && (
              <p>
                <strong>{model.email}</strong>
              </p>
            )}
            {!model.verified && <p class="ft-after">{t.reminders.unverified}</p>}
            {model.alsoTo?.map((address) => (
              <p>
                <strong>{address}</strong>
              </p>
            ))}
            <p class="ft-after">
              <a href={paths.addresses}>{t.addresses.link}</a>
            </p>
            <TestLetterForm {...props} />
          </Panel>
          {model.leads && (
            <Panel id="leads-here" title={t.reminders.here.title(model.authorityName)}>
              <LeadsPanel t={t} frame={frame} action={paths.reminderLeads} model={model.leads} />
            </Panel>
          )}
          <Panel id="absence" title={t.absence.title}>
            <p>{t.absence.linkWhy}</p>
            <p class="ft-after">
              <a href={paths.absence}>{t.absence.link}</a>
            </p>
          </Panel>
          <NewCallsPanel {...props} />
          <AuthorityMailPanel {...props} />
          <Panel id="calendar" title={t.reminders.toCalendar}>
            <p>{t.reminders.toCalendarWhy}</p>
            <p class="ft-after">
              <a href={paths.calendar}>{t.start.subscribeDo}</a>
            </p>
            <DatesForm {...props} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}
