import { ACTS, EFFECTS, STAGES, WEEKEND_RULES } from '@app/deadlines/deadline.js';
import { effectName, stageName, weekendRuleName } from '@app/deadlines/words/names.js';
import { zoneCity } from '@app/deadlines/words/zone-city.js';
import type { VNode } from 'preact';
import { SubmitButton } from '../pieces/buttons.js';
import { Choices, Select } from '../pieces/choice-fields.js';
import { TextArea, TextField } from '../pieces/text-field.js';
import { type DeadlineFieldsProps, fieldOfDeadline } from './deadline-field-props.js';
import { KindField } from './kind-field.js';
import { ScheduleFields } from './schedule-fields.js';
import { ConditionFields } from './way-fields.js';
import { isEmptyWay } from './way-form.js';

const ZONES = ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich', 'Europe/Brussels', 'Europe/Paris'];

function Kind(props: DeadlineFieldsProps): VNode {
  const { t, deadline } = props;
  const field = fieldOfDeadline(props);
  const stages = STAGES.map((value) => ({ value, label: stageName(value, t.locale) }));
  return (
    <div class="ft-row ft-row--end">
      <Select {...field('stage')} label={t.callForm.stage} value={deadline.stage} options={stages} />
      <KindField {...props} />
    </div>
  );
}

function Circumstances(props: DeadlineFieldsProps): VNode {
  const { t, deadline } = props;
  const field = fieldOfDeadline(props);
  const acts = [{ value: '', label: t.callForm.notStated }, ...ACTS.map((value) => ({ value, label: t.words.acts[value] }))];
  const zones = ZONES.map((value) => ({ value, label: zoneCity(value, t.locale) }));
  const weekend = WEEKEND_RULES.map((value) => ({ value, label: weekendRuleName(value, t.locale) }));
  return (
    <div class="ft-row ft-row--end">
      <Select {...field('zone')} label={t.callForm.zone} value={deadline.zone} options={zones} />
      <Select {...field('act')} label={t.callForm.act} value={deadline.act} options={acts} />
      <Select {...field('weekendRule')} label={t.callForm.weekend} value={deadline.weekendRule} options={weekend} />
    </div>
  );
}

function More(props: DeadlineFieldsProps): VNode {
  const { t, deadline, errors, at } = props;
  const field = fieldOfDeadline(props);
  const keys = ['channel', 'holidays'] as const;
  const isUsed = keys.some((key) => deadline[key] !== '' || errors[`deadlines.${at}.${key}`] !== undefined);
  return (
    <details class="ft-fold" open={isUsed}>
      <summary>
        {t.callForm.moreDeadline}
        <span class="ft-sr">: {t.callForm.deadline(at + 1)}</span>
      </summary>
      <div class="ft-stack">
        <div class="ft-row ft-row--end">
          <TextField {...field('channel')} label={t.callForm.channel} value={deadline.channel} optional />
          <TextField {...field('holidays')} label={t.callForm.holidays} hint={t.callForm.holidaysHint} value={deadline.holidays} optional />
        </div>
      </div>
    </details>
  );
}

/** For whom the deadline holds; folded away, since most hold for everybody. */
function AppliesTo(props: DeadlineFieldsProps): VNode {
  const { t, deadline, errors, at } = props;
  const words = t.callForm;
  const prefix = `deadlines.${at}.applies`;
  const isWrong = Object.keys(errors).some((name) => name.startsWith(prefix));
  const isJson = deadline.appliesTo !== '';
  return (
    <details class="ft-fold" open={isJson || isWrong || !isEmptyWay(deadline.applies)}>
      <summary>
        {words.appliesTo}
        <span class="ft-sr">: {words.deadline(at + 1)}</span>
      </summary>
      <div class="ft-stack">
        <p class="ft-meta">{words.appliesLead}</p>
        <ConditionFields t={t} way={deadline.applies} prefix={prefix} about={words.deadline(at + 1)} errors={errors} />
        <details class="ft-fold" open={isJson}>
          <summary>
            {words.appliesJson}
            <span class="ft-sr">: {words.deadline(at + 1)}</span>
          </summary>
          <TextArea
            {...fieldOfDeadline(props)('appliesTo')}
            label={words.json}
            hint={words.appliesJsonHint}
            value={deadline.appliesTo}
            rows={4}
            code
            optional
          />
        </details>
      </div>
    </details>
  );
}

export function DeadlineFields(props: DeadlineFieldsProps): VNode {
  const { t, deadline, at } = props;
  const words = t.callForm;
  const effects = EFFECTS.map((value) => ({ value, label: effectName(value, t.locale) }));
  return (
    <fieldset class="ft-group">
      <legend>{words.deadline(at + 1)}</legend>
      <input type="hidden" name={`deadlines.${at}.id`} value={deadline.id} />
      <Kind {...props} />
      <ScheduleFields {...props} />
      <Circumstances {...props} />
      <Choices {...fieldOfDeadline(props)('effect')} type="radio" label={words.effect} options={effects} values={[deadline.effect]} />
      <More {...props} />
      <AppliesTo {...props} />
      {props.removable && (
        <div class="ft-actions">
          <SubmitButton
            label={words.removeDeadline(at + 1)}
            rank="tertiary"
            action={`remove-deadline-${at}`}
            anchor="deadlines"
            unchecked
          />
        </div>
      )}
    </fieldset>
  );
}
