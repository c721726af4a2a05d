import { tagName } from '@app/eligibility/tag-names.js';
import type { VNode } from 'preact';
import { SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import { Section } from '../pieces/section.js';
import { TextField } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';
import type { AmountField, RateField } from './award-form.js';
import type { CallFormModel } from './editor.model.js';

interface Props {
  t: Texts;
  model: CallFormModel;
}

const SLOT_TYPES = ['municipality', 'county', 'municipal_association', 'independent_city', 'district_municipality'];

function Slots({ t, model }: Props): VNode {
  const words = t.moneyForm;
  const { slots } = model.form.award;
  const types = SLOT_TYPES.map((value) => ({ value, label: tagName(value, t.locale, true) }));
  return (
    <fieldset class="kern-fieldset">
      <legend class="kern-label">{words.slots}</legend>
      {slots.map((slot, at) => {
        const field = (key: string) => ({ t, name: `award.slots.${at}.${key}`, error: model.errors[`award.slots.${at}.${key}`] });
        return (
          <div class="ft-row ft-row--end">
            <Select {...field('applicantType')} label={words.slotType(at + 1)} value={slot.applicantType} options={types} />
            <TextField {...field('count')} label={words.slotCount(at + 1)} value={slot.count} inputMode="numeric" />
            <SubmitButton label={words.removeSlot(at + 1)} rank="tertiary" action={`remove-slot-${at}`} anchor="money" unchecked />
          </div>
        );
      })}
      <div class="ft-actions ft-after">
        <SubmitButton
          label={words.addSlot}
          rank="secondary"
          action="add-slot"
          anchor={`f-award-slots-${slots.length}-applicantType`}
          unchecked
        />
      </div>
    </fieldset>
  );
}

/** How much: everything that the call does not state stays empty. */
export function MoneyFields({ t, model }: Props): VNode {
  const words = t.moneyForm;
  const { award } = model.form;
  const field = (key: string) => ({ t, name: `award.${key}`, error: model.errors[`award.${key}`], optional: true });
  const amount = (key: AmountField, label: string) => <TextField {...field(key)} label={label} value={award[key]} inputMode="decimal" />;
  const rate = (key: RateField, label: string) => <TextField {...field(key)} label={label} value={award[key]} inputMode="decimal" />;
  return (
    <Section id="money" title={words.money} plain>
      <p>{words.moneyHint}</p>
      <fieldset class="ft-group">
        <legend>{t.call.money}</legend>
        <div class="ft-row ft-row--end">
          <TextField {...field('count')} label={words.count} value={award.count} inputMode="numeric" />
          {amount('amountEach', words.amountEach)}
          {amount('minAmount', words.minAmount)}
          {amount('maxAmount', words.maxAmount)}
          {amount('totalBudget', words.totalBudget)}
          {amount('minimumGrantThreshold', words.threshold)}
          {rate('fundingRate', words.fundingRate)}
          {rate('fundingRateFinanciallyWeak', words.fundingRateWeak)}
          {rate('ownShare', words.ownShare)}
        </div>
        <TextField {...field('instalments')} label={words.instalments} hint={words.instalmentsHint} value={award.instalments} />
        <Slots t={t} model={model} />
      </fieldset>
    </Section>
  );
}
