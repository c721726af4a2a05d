import { SCHEDULE_KINDS } from '@app/deadlines/deadline.js';
import { scheduleKindName } from '@app/deadlines/words/names.js';
import type { VNode } from 'preact';
import { Select } from '../pieces/choice-fields.js';
import { fieldId } from '../pieces/form-values.js';
import { type DeadlineFieldsProps, fieldOfDeadline } from './deadline-field-props.js';

/** What kind of deadline it is; the button shows the fields of the kind that was chosen. */
export function KindField(props: DeadlineFieldsProps): VNode {
  const { t, deadline } = props;
  const field = fieldOfDeadline(props)('kind');
  const kinds = SCHEDULE_KINDS.map((value) => ({ value, label: scheduleKindName(value, t.locale) }));
  return (
    <>
      <Select {...field} label={t.callForm.kind} value={deadline.kind} options={kinds} />
      <button
        class="kern-btn kern-btn--secondary"
        type="submit"
        name="do"
        value="refresh"
        formNoValidate
        formAction={`#${fieldId(field.name)}`}
        data-follows={fieldId(field.name)}
      >
        <span class="kern-label">
          {t.callForm.showFields}
          <span class="ft-sr">: {t.callForm.deadline(props.at + 1)}</span>
        </span>
      </button>
    </>
  );
}
