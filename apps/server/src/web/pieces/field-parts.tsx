import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { fieldId } from './form-values.js';
import { Icon } from './icons.js';

/** What every field has. */
export interface FieldProps {
  t: Texts;
  name: string;
  /** Ids are made of this instead of the name, where fields of one name stand in several forms. */
  idFrom?: string;
  label: string;
  hint?: string;
  error?: string;
  optional?: boolean;
}

export function LabelText({ t, label, optional }: Pick<FieldProps, 't' | 'label' | 'optional'>): VNode {
  return (
    <>
      {label}
      {optional && <span class="kern-label__optional"> {t.words.optional}</span>}
    </>
  );
}

/** Hint and error stand between label and field and are tied to it by aria-describedby. */
export function HintAndError({ t, name, idFrom = name, hint, error }: FieldProps): VNode {
  return (
    <>
      {hint && (
        <div class="kern-hint" id={`${fieldId(idFrom)}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div class="kern-error" id={`${fieldId(idFrom)}-error`}>
          <Icon name="danger" class="ft-error-text" />
          <p class="kern-body">
            <span class="ft-sr">{t.frame.error}: </span>
            {error}
          </p>
        </div>
      )}
    </>
  );
}
