import type { VNode } from 'preact';
import { type FieldProps, HintAndError, LabelText } from './field-parts.js';
import { describedBy, fieldId } from './form-values.js';

interface TextFieldProps extends FieldProps {
  value: string;
  type?: 'text' | 'search' | 'email' | 'password' | 'url';
  inputMode?: 'numeric' | 'decimal' | 'url' | 'email';
  autocomplete?: string;
  required?: boolean;
  short?: boolean;
  /** Characters that can be typed. */
  maxLength?: number;
}

export function TextField(props: TextFieldProps): VNode {
  const { name, idFrom = name, hint, error } = props;
  const classes = ['kern-form-input__input', error && 'kern-form-input__input--error', props.short && 'ft-input--short'];
  return (
    <div class="kern-form-input">
      <label class="kern-label" for={fieldId(idFrom)}>
        <LabelText {...props} />
      </label>
      <HintAndError {...props} />
      <input
        class={classes.filter(Boolean).join(' ')}
        id={fieldId(idFrom)}
        name={name}
        value={props.value}
        type={(props.type ?? 'text') as 'text'} // Preact's types want one literal
        inputMode={props.inputMode}
        autocomplete={props.autocomplete ?? 'off'}
        required={props.required}
        maxLength={props.maxLength}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(idFrom, hint, error)}
      />
    </div>
  );
}

interface TextAreaProps extends FieldProps {
  value: string;
  rows?: number;
  /** Fixed width, for JSON and keys. */
  code?: boolean;
}

export function TextArea(props: TextAreaProps): VNode {
  const { name, idFrom = name, hint, error } = props;
  const classes = ['kern-form-input__input', 'ft-textarea', props.code && 'ft-code', error && 'kern-form-input__input--error'];
  return (
    <div class="kern-form-input">
      <label class="kern-label" for={fieldId(idFrom)}>
        <LabelText {...props} />
      </label>
      <HintAndError {...props} />
      <textarea
        class={classes.filter(Boolean).join(' ')}
        id={fieldId(idFrom)}
        name={name}
        rows={props.rows ?? 3}
        spellcheck={props.code ? false : undefined}
        value={props.value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(idFrom, hint, error)}
      />
    </div>
  );
}
