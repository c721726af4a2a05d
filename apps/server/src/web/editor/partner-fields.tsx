import { PARTNER_ROLES } from '@app/funding/partner.js';
import type { VNode } from 'preact';
import { SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import type { FieldErrors } from '../pieces/form-values.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, wordFor } from '../texts/texts.js';
import type { PartnerForm } from './partner-form.js';

interface Props {
  t: Texts;
  partners: readonly PartnerForm[];
  errors: FieldErrors;
}

/** Rows of partners; adding and removing are buttons that send the form unchecked. */
export function PartnerFields({ t, partners, errors }: Props): VNode {
  const words = t.programForm;
  const roles = PARTNER_ROLES.map((value) => ({ value, label: wordFor(t.words.roles, value) }));
  return (
    <>
      {partners.map((partner, at) => {
        const name = (field: string) => `partners.${at}.${field}`;
        return (
          <fieldset class="ft-group">
            <legend>{words.partner(at + 1)}</legend>
            <div class="ft-row">
              <TextField t={t} name={name('name')} label={words.partnerName} value={partner.name} error={errors[name('name')]} />
              <Select t={t} name={name('role')} label={words.role} value={partner.role} options={roles} error={errors[name('role')]} />
              <TextField
                t={t}
                name={name('url')}
                label={words.url}
                value={partner.url}
                error={errors[name('url')]}
                inputMode="url"
                optional
              />
            </div>
            <div class="ft-actions">
              <SubmitButton
                label={words.removePartner(at + 1)}
                rank="tertiary"
                action={`remove-partner-${at}`}
                anchor="partners"
                unchecked
              />
            </div>
          </fieldset>
        );
      })}
      <div class="ft-actions ft-after">
        <SubmitButton
          label={words.addPartner}
          rank="secondary"
          action="add-partner"
          anchor={`f-partners-${partners.length}-name`}
          unchecked
        />
      </div>
    </>
  );
}
