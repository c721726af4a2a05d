import type { VNode } from 'preact';
import { SubmitButton } from '../pieces/buttons.js';
import { Section } from '../pieces/section.js';
import { TextArea } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';
import type { CallFormModel } from './editor.model.js';
import { emptyNode } from './nested-node.js';
import { NestedRuleFields } from './nested-rule-fields.js';
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
        <Switch t={t} to="nested" />
        <Switch t={t} to="json" />
      </div>
    </>
  );
}

const WORDS = { ways: (t: Texts) => t.callForm.asWays, nested: (t: Texts) => t.nestedRule.edit, json: (t: Texts) => t.callForm.asJson };

/** The same rule in another form; nothing is stored by it. */
function Switch({ t, to }: { t: Texts; to: keyof typeof WORDS }): VNode {
  return <SubmitButton label={WORDS[to](t)} rank="tertiary" action={`to-${to}`} anchor="rule" unchecked />;
}

function Nested({ t, model }: Props): VNode {
  return (
    <>
      <NestedRuleFields t={t} node={model.form.nested ?? emptyNode('anyOf')} errors={model.errors} />
      <div class="ft-actions ft-after">
        <Switch t={t} to="ways" />
        <Switch t={t} to="json" />
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
        <Switch t={t} to="ways" />
        <Switch t={t} to="nested" />
      </div>
    </>
  );
}

const EDITED = { ways: Ways, nested: Nested, json: Json };

/** Who may apply: as ways, as a tree where a rule can more than ways show, or as JSON. */
export function RuleFields({ t, model }: Props): VNode {
  const Edited = EDITED[model.form.ruleMode];
  return (
    <Section id="rule" title={t.callForm.rule} plain>
      <input type="hidden" name="ruleMode" value={model.form.ruleMode} />
      <Edited t={t} model={model} />
    </Section>
  );
}
