import type { VNode } from 'preact';
import { Check, Choices, Select } from '../pieces/choice-fields.js';
import type { FieldErrors } from '../pieces/form-values.js';
import { TextField } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';
import { ALARM_CHOICES, type FeedForm, STAGE_CHOICES } from './feed-form.js';
import { kindName } from './feed-words.js';

interface Props {
  t: Texts;
  form: FeedForm;
  errors: FieldErrors;
  /** Unclear and joint outcomes are a question of what fits an authority. */
  withOutcomes: boolean;
}

/** Whatever a form offers, and what is stored beside it. */
function withChosen(choices: readonly string[], chosen: readonly string[]): string[] {
  return [...new Set([...choices, ...chosen])];
}

/** What can be changed later too. */
export function FeedFields({ t, form, errors, withOutcomes }: Props): VNode {
  const words = t.feeds;
  const languages = (['de', 'en'] as const).map((value) => ({ value, label: t.words.languages[value] }));
  const stages = withChosen(STAGE_CHOICES, form.stages).map((value) => ({ value, label: kindName(t, value) }));
  const alarms = withChosen(ALARM_CHOICES, [form.alarm]).map((value) => ({
    value,
    label: value === '' ? words.noAlarm : words.alarmBefore(Number(value)),
  }));
  return (
    <>
      <TextField
        t={t}
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={form.name}
        error={errors.name}
        maxLength={100}
        optional
      />
      <Select t={t} name="language" label={words.entryLanguage} value={form.language} options={languages} />
      {withOutcomes && (
        <fieldset class="kern-fieldset">
          <legend class="kern-label">{words.outcomes}</legend>
          <div class="kern-fieldset__body">
            <Check name="unclear" label={words.unclear} checked={form.unclear} />
            <Check name="jointly" label={words.jointly} checked={form.jointly} />
          </div>
        </fieldset>
      )}
      <Choices
        t={t}
        name="stages"
        type="checkbox"
        label={words.stages}
        hint={words.stagesHint}
        options={stages}
        values={form.stages}
        error={errors.stages}
        vertical
      />
      <Check name="announcedOnly" label={words.announcedOnly} checked={form.announcedOnly} />
      <Check name="timed" label={words.timed} checked={form.timed} />
      <Select t={t} name="alarm" label={words.alarm} value={form.alarm} options={alarms} error={errors.alarm} />
    </>
  );
}
