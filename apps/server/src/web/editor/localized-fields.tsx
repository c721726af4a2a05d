import type { VNode } from 'preact';
import type { FieldErrors } from '../pieces/form-values.js';
import { TextArea, TextField } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';

interface Props {
  t: Texts;
  name: string;
  label: string;
  hint?: string;
  value: { de: string; en: string };
  errors: FieldErrors;
  /** Several lines. */
  long?: boolean;
  optional?: boolean;
}

/** The same field in German and in English, side by side. */
export function LocalizedFields({ t, name, label, hint, value, errors, long, optional }: Props): VNode {
  const Field = long ? TextArea : TextField;
  return (
    <div class="ft-row">
      {(['de', 'en'] as const).map((language) => (
        <Field
          t={t}
          name={`${name}.${language}`}
          label={`${label}, ${language === 'de' ? t.editor.inGerman : t.editor.inEnglish}`}
          hint={hint}
          value={value[language]}
          error={errors[`${name}.${language}`]}
          optional={optional ?? language === 'en'}
        />
      ))}
    </div>
  );
}
