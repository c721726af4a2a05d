import type { VNode } from 'preact';
import { SubmitButton } from '../pieces/buttons.js';
import { Section } from '../pieces/section.js';
import { TextArea } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';
import type { CallFormModel } from './editor.model.js';
import { WayFields } from './way-fields.js';

interface Props {
  t: Texts;
  model: CallFormModel;
}

function Ways({ t, model }: Props): VNode {
  const { ways } = model.form;
  return (
    <>
      <p>{t.callForm.ruleLead}</p>
      {ways.map((way, at) => (
        <>
          {at > 0 && <p class="ft-or">{t.callForm.or}</p>}
          <WayFields t={t} way={way} at={at} errors={model.errors} removable={ways.length > 1} />
        </>
      ))}
      <div class="ft-actions ft-after">
        <SubmitButton label={t.callForm.addWay} rank="secondary" action="add-way" anchor={`f-ways-${ways.length}-types`} unchecked />
        <SubmitButton label={t.callForm.asJson} rank="tertiary" action="to-json" anchor="rule" unchecked />
      </div>
    </>
  );
}

function Json({ t, model }: Props): VNode {
  return (
    <>
      <TextArea
        t={t}
        name="rule"
        label={t.callForm.json}
        hint={t.callForm.jsonHint}
        value={model.form.rule}
        error={model.errors.rule}
        rows={16}
        code
      />
      <div class="ft-actions ft-after">
        <SubmitButton label={t.callForm.asWays} rank="tertiary" action="to-ways" anchor="rule" unchecked />
      </div>
    </>
  );
}

/** Who may apply: as ways, or as JSON where a rule can more than ways show. */
export function RuleFields({ t, model }: Props): VNode {
  return (
    <Section id="rule" title={t.callForm.rule} plain>
      <input type="hidden" name="ruleMode" value={model.form.ruleMode} />
      {model.form.ruleMode === 'json' ? <Json t={t} model={model} /> : <Ways t={t} model={model} />}
    </Section>
  );
}
