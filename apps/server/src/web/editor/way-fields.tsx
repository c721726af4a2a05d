import { OFFERED_TAGS, tagName } from '@app/eligibility/tag-names.js';
import type { VNode } from 'preact';
import { SubmitButton } from '../pieces/buttons.js';
import { Check, Choices, Select } from '../pieces/choice-fields.js';
import { type FieldErrors, fieldId } from '../pieces/form-values.js';
import { TextField } from '../pieces/text-field.js';
import { stateOptions } from '../texts/states.js';
import type { Texts } from '../texts/texts.js';
import type { WayForm } from './way-form.js';

/** The kinds that call texts name most; the others are folded away. */
export const MAIN_TYPES: readonly string[] = [
  'municipality',
  'county',
  'municipal_association',
  'independent_city',
  'district_municipality',
  'special_purpose_association',
];

interface Props {
  t: Texts;
  way: WayForm;
  at: number;
  errors: FieldErrors;
  /** There are others: this one may go. */
  removable: boolean;
}

interface ConditionProps {
  t: Texts;
  way: WayForm;
  /** Prefix of the fields: "ways.0". */
  prefix: string;
  /** Whose conditions they are, where they repeat: "Weg 1". */
  about: string;
  errors: FieldErrors;
}

/** Kinds beside the main ones, and tags that the product has no word for, so that none is lost by saving. */
function MoreTypes({ t, way, prefix, about }: ConditionProps): VNode {
  const unnamed = way.types.filter((type) => !OFFERED_TAGS.includes(type));
  const others = [...OFFERED_TAGS.filter((type) => !MAIN_TYPES.includes(type)), ...unnamed];
  const isUsed = way.types.some((type) => others.includes(type));
  return (
    <details class="ft-fold" open={isUsed}>
      <summary>
        {t.callForm.moreTypes}
        <span class="ft-sr">: {about}</span>
      </summary>
      <div class="ft-checks">
        {others.map((type) => (
          <Check
            name={`${prefix}.types`}
            id={`${fieldId(`${prefix}.types`)}-${type}`}
            label={tagName(type, t.locale)}
            value={type}
            checked={way.types.includes(type)}
          />
        ))}
      </div>
    </details>
  );
}

/** Kinds, inhabitants and places that must all hold. */
export function ConditionFields(props: ConditionProps): VNode {
  const { t, way, prefix, errors } = props;
  const words = t.callForm;
  const field = (key: string) => ({ t, name: `${prefix}.${key}`, error: errors[`${prefix}.${key}`] });
  const types = MAIN_TYPES.map((value) => ({ value, label: tagName(value, t.locale) }));
  const states = [{ value: '', label: words.everywhere }, ...stateOptions(t.locale)];
  return (
    <>
      <input type="hidden" name={`${prefix}.typeOrder`} value={way.types.join(',')} />
      <Choices {...field('types')} type="checkbox" label={words.types} hint={words.typesHint} options={types} values={way.types} />
      <MoreTypes {...props} />
      <div class="ft-row ft-row--end">
        <TextField {...field('populationAtLeast')} label={words.atLeast} value={way.populationAtLeast} inputMode="numeric" optional />
        <TextField {...field('populationAtMost')} label={words.atMost} value={way.populationAtMost} inputMode="numeric" optional />
        <Select {...field('state')} label={words.area} value={way.state} options={states} />
      </div>
      <TextField {...field('territories')} label={words.areaIds} hint={words.areaIdsHint} value={way.territories} optional />
    </>
  );
}

export function WayFields({ t, way, at, errors, removable }: Props): VNode {
  const words = t.callForm;
  return (
    <fieldset class="ft-group">
      <legend>{words.way(at + 1)}</legend>
      <ConditionFields t={t} way={way} prefix={`ways.${at}`} about={words.way(at + 1)} errors={errors} />
      {removable && (
        <div class="ft-actions">
          <SubmitButton label={words.removeWay(at + 1)} rank="tertiary" action={`remove-way-${at}`} anchor="rule" unchecked />
        </div>
      )}
    </fieldset>
  );
}
