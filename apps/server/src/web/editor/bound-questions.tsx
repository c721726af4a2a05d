import type { VNode } from 'preact';
import { Check } from '../pieces/choice-fields.js';
import { HintAndError } from '../pieces/field-parts.js';
import { describedBy } from '../pieces/form-values.js';
import type { Texts } from '../texts/texts.js';
import { BoundRows } from './bound-rows.js';
import { aboutOf, type BoundQuestion, type ReviewModel } from './editor.model.js';

function One({ t, bound, at, error }: { t: Texts; bound: BoundQuestion; at: number; error?: string }): VNode {
  const name = `bounds.${at}.confirmed`;
  return (
    <div class="ft-bound">
      <h3 class="ft-bound-title">{bound.title}</h3>
      <BoundRows t={t} bound={bound} />
      <input type="hidden" name={`bounds.${at}.about`} value={aboutOf(bound)} />
      <HintAndError t={t} name={name} label={bound.title} error={error} />
      <Check
        name={name}
        label={t.review.confirmBound(bound.statement)}
        checked={bound.isConfirmed}
        describedBy={describedBy(name, undefined, error)}
        invalid={error !== undefined}
      />
    </div>
  );
}

/** Each number of the rule with what it does to real authorities, to be confirmed by a click: stands in the audit trail. */
export function BoundQuestions({ t, model }: { t: Texts; model: ReviewModel }): VNode {
  return (
    <fieldset class="ft-group">
      <legend>{t.review.bounds}</legend>
      <p>{t.review.boundsLead}</p>
      {model.bounds.map((bound, at) => (
        <One t={t} bound={bound} at={at} error={model.errors?.[`bounds.${at}.confirmed`]} />
      ))}
    </fieldset>
  );
}
