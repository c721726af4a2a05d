import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { type FieldErrors, fieldId } from './form-values.js';

interface SummaryProps {
  t: Texts;
  errors: FieldErrors;
  /** Label of a field, from its name: stands before its error. */
  labelOf?: (name: string) => string | undefined;
}

/** First on a form that came back: what is wrong, with links to the fields. An error with the name "" belongs to no field. */
export function ErrorSummary({ t, errors, labelOf }: SummaryProps): VNode | null {
  const all = Object.entries(errors);
  if (all.length === 0) return null;
  return (
    <div class="ft-errors" role="alert" tabIndex={-1} aria-labelledby="errors">
      <h2 id="errors">{t.frame.faults(all.length)}</h2>
      <ul class="ft-list">
        {all.map(([name, text]) => {
          const label = labelOf?.(name);
          const words = label ? `${label}: ${text}` : text;
          return <li>{name === '' ? words : <a href={`#${fieldId(name)}`}>{words}</a>}</li>;
        })}
      </ul>
    </div>
  );
}
