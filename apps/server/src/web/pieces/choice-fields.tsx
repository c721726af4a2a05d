import type { VNode } from 'preact';
import { type FieldProps, HintAndError, LabelText } from './field-parts.js';
import { describedBy, fieldId, type Option } from './form-values.js';

interface SelectProps extends FieldProps {
  value: string;
  options: readonly Option[];
}

export function Select(props: SelectProps): VNode {
  const { name, idFrom = name, hint, error, value, options } = props;
  const isListed = options.some((option) => option.value === value);
  return (
    <div class="kern-form-input">
      <label class="kern-label" for={fieldId(idFrom)}>
        <LabelText {...props} />
      </label>
      <HintAndError {...props} />
      <div class="kern-form-input__select-wrapper">
        <select
          class={error ? 'kern-form-input__select kern-form-input__select--error' : 'kern-form-input__select'}
          id={fieldId(idFrom)}
          name={name}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(idFrom, hint, error)}
        >
          {!isListed && value !== '' && (
            <option value={value} selected>
              {value}
            </option>
          )}
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

interface CheckProps {
  name: string;
  label: string;
  checked: boolean;
  value?: string;
  id?: string;
  type?: 'checkbox' | 'radio';
  describedBy?: string;
  invalid?: boolean;
}

export function Check({
  name,
  label,
  checked,
  value = 'yes',
  id = fieldId(name),
  type = 'checkbox',
  describedBy: by,
  invalid,
}: CheckProps): VNode {
  return (
    <div class="kern-form-check">
      <input
        class={`kern-form-check__${type}`}
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-describedby={by}
        aria-invalid={invalid && type === 'checkbox' ? 'true' : undefined}
      />
      <label class="kern-label" for={id}>
        {label}
      </label>
    </div>
  );
}

interface ChoicesProps extends FieldProps {
  options: readonly Option[];
  values: readonly string[];
  type: 'checkbox' | 'radio';
  vertical?: boolean;
}

/** A group of checkboxes or radios under one legend. The first one carries the field's id, so that an error can link to it. */
export function Choices(props: ChoicesProps): VNode {
  const { name, hint, error, values, options, type } = props;
  return (
    <fieldset class="kern-fieldset">
      <legend class="kern-label">
        <LabelText {...props} />
      </legend>
      <HintAndError {...props} />
      <div class={props.vertical ? 'kern-fieldset__body' : 'kern-fieldset__body kern-fieldset__body--horizontal'}>
        {options.map((option, at) => (
          <Check
            name={name}
            type={type}
            label={option.label}
            value={option.value}
            checked={values.includes(option.value)}
            id={at === 0 ? fieldId(name) : `${fieldId(name)}-${at}`}
            describedBy={describedBy(name, hint, error)}
            invalid={error !== undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}
