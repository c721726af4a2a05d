import { BOUNDS } from '@app/eligibility/criterion.js';
import { factName, NAMED_FACTS } from '@app/eligibility/fact-names.js';
import { OFFERED_TAGS, tagName } from '@app/eligibility/tag-names.js';
import type { VNode } from 'preact';
import { Check, Choices, Select } from '../pieces/choice-fields.js';
import { fieldId, type Option } from '../pieces/form-values.js';
import { TextArea, TextField } from '../pieces/text-field.js';
import { stateOptions } from '../texts/states.js';
import type { NestedKind } from './nested-node.js';
import { fieldOfNode, type NestedNodeProps, nameOfNode } from './nested-node-props.js';
import { MAIN_TYPES } from './way-fields.js';

/** The four bounds of a number; at least one is needed, which the domain says. */
export function BoundFields(props: NestedNodeProps & { of: string; label: string }): VNode {
  const { t, of, label } = props;
  return (
    <fieldset class="kern-fieldset">
      <legend class="kern-label">{label}</legend>
      <div class="ft-row ft-row--end">
        {BOUNDS.map((bound) => (
          <TextField {...fieldOfNode(props)(`${of}.${bound}`)} label={t.nestedRule.bounds[bound]} inputMode="decimal" optional />
        ))}
      </div>
    </fieldset>
  );
}

/** Checkboxes, folded away while none of them is ticked. */
function Ticks(props: NestedNodeProps & { options: readonly Option[]; label: string }): VNode {
  const { node, path, options, label } = props;
  const name = `${path}.${node.kind}.in`;
  return (
    <details class="ft-fold" open={options.some(({ value }) => node.ticked.includes(value))}>
      <summary>
        {label}
        <span class="ft-sr">: {nameOfNode(props)}</span>
      </summary>
      <div class="ft-checks">
        {options.map(({ value, label: text }) => (
          <Check name={name} id={`${fieldId(name)}-${value}`} label={text} value={value} checked={node.ticked.includes(value)} />
        ))}
      </div>
    </details>
  );
}

/** The kinds that call texts name most stand open, as in the ways; the others are folded away. */
function TypeFields(props: NestedNodeProps): VNode {
  const { t, node, path, errors } = props;
  const field = fieldOfNode(props);
  const words = t.nestedRule;
  const options = (types: readonly string[]) => types.map((value) => ({ value, label: tagName(value, t.locale) }));
  const name = `${path}.applicantType.in`;
  const others = OFFERED_TAGS.filter((type) => !MAIN_TYPES.includes(type));
  return (
    <>
      <input type="hidden" name={field('applicantType.order').name} value={field('applicantType.order').value} />
      <Choices
        t={t}
        name={name}
        error={errors[name]}
        type="checkbox"
        label={words.types}
        hint={words.typesHint}
        options={options(MAIN_TYPES)}
        values={node.ticked}
      />
      <Ticks {...props} options={options(others)} label={t.callForm.moreTypes} />
      <TextField {...field('applicantType.more')} label={words.typesMore} hint={words.typesMoreHint} optional />
    </>
  );
}

function TerritoryFields(props: NestedNodeProps): VNode {
  const { t } = props;
  const field = fieldOfNode(props);
  return (
    <>
      <input type="hidden" name={field('territory.order').name} value={field('territory.order').value} />
      <Ticks {...props} options={stateOptions(t.locale)} label={t.nestedRule.states} />
      <TextField {...field('territory.more')} label={t.nestedRule.areas} hint={t.nestedRule.areasHint} optional />
    </>
  );
}

function FactFields(props: NestedNodeProps): VNode {
  const { t } = props;
  const field = fieldOfNode(props);
  const words = t.nestedRule;
  const known = NAMED_FACTS.map((value) => ({ value, label: factName(value, t.locale) }));
  const modes = Object.entries(words.factModes).map(([value, label]) => ({ value, label }));
  return (
    <>
      <div class="ft-row ft-row--end">
        <Select {...field('fact.known')} label={words.factKnown} options={[{ value: '', label: words.chooseFact }, ...known]} />
        <TextField {...field('fact.name')} label={words.factOther} hint={words.factOtherHint} optional />
      </div>
      <div class="ft-row ft-row--end">
        <Select {...field('fact.mode')} label={words.factMode} options={modes} />
        <TextField {...field('fact.text')} label={words.factText} optional />
      </div>
      <BoundFields {...props} of="fact" label={words.factBounds} />
    </>
  );
}

function PopulationFields(props: NestedNodeProps): VNode {
  const words = props.t.nestedRule;
  return (
    <>
      <BoundFields {...props} of="population" label={words.populationBounds} />
      <TextField {...fieldOfNode(props)('population.asOf')} label={words.asOf} hint={words.asOfHint} inputMode="decimal" short optional />
    </>
  );
}

function AuthorityFields(props: NestedNodeProps): VNode {
  const words = props.t.nestedRule;
  return <TextArea {...fieldOfNode(props)('authority.in')} label={words.keys} hint={words.keysHint} rows={4} code />;
}

function JointFields(props: NestedNodeProps): VNode {
  return (
    <>
      <BoundFields {...props} of="jointApplication.members" label={props.t.nestedRule.members} />
      <BoundFields {...props} of="jointApplication.population" label={props.t.nestedRule.jointPopulation} />
    </>
  );
}

const FIELDS: Partial<Record<NestedKind, (props: NestedNodeProps) => VNode>> = {
  applicantType: TypeFields,
  population: PopulationFields,
  territory: TerritoryFields,
  authority: AuthorityFields,
  fact: FactFields,
  jointApplication: JointFields,
};

/** What the node itself demands; groups demand nothing of their own. */
export function DemandFields(props: NestedNodeProps): VNode | null {
  const Fields = FIELDS[props.node.kind];
  return Fields ? <Fields {...props} /> : null;
}
