import type { VNode } from 'preact';
import { SubmitButton } from '../pieces/buttons.js';
import { fieldId } from '../pieces/form-values.js';
import { TextArea, TextField } from '../pieces/text-field.js';
import { GROUP_KINDS, insidePath, JOINT_PARTS, LEAF_KINDS, type NestedKind, partPath } from './nested-node.js';
import { fieldOfNode, type NestedNodeProps, nameOfNode } from './nested-node-props.js';

interface StepProps extends NestedNodeProps {
  label: string;
  verb: string;
  /** The path of the node to come back to. */
  to?: string;
  rank?: 'secondary' | 'tertiary';
}

/** A step that only changes the form, and comes back to the node it is about. */
function Step(props: StepProps): VNode {
  const { label, verb, path, to = path, rank = 'tertiary' } = props;
  return (
    <SubmitButton label={label} about={nameOfNode(props)} rank={rank} action={`nested-${verb}:${path}`} anchor={fieldId(to)} unchecked />
  );
}

/** The path with another last number: where a node is after it moved. */
const moved = (path: string, at: number) => path.replace(/\d+$/, String(at));
/** "rule.anyOf.0.not" → "rule.anyOf.0" */
const parent = (path: string) => path.replace(/\.(?:not|(?:allOf|anyOf|jointApplication)\.\w+)$/, '');

export function NodeButtons(props: NestedNodeProps): VNode {
  const { t, node, path, place } = props;
  const words = t.nestedRule;
  const hasOther = node.kind === 'allOf' || node.kind === 'anyOf';
  return (
    <div class="ft-actions">
      {place && place.at > 0 && <Step {...props} label={words.up} verb="up" to={moved(path, place.at - 1)} />}
      {place && place.at < place.of - 1 && <Step {...props} label={words.down} verb="down" to={moved(path, place.at + 1)} />}
      {hasOther && <Step {...props} label={words.turn[node.kind as 'allOf' | 'anyOf']} verb="turn" />}
      {node.inside.length === 1 && <Step {...props} label={words.unwrap} verb="unwrap" />}
      <Step {...props} label={words.remove} verb="remove" to={parent(path)} />
    </div>
  );
}

/** What comes anew: its kind is chosen first, so that the step needs no script. */
export function AddFields(props: NestedNodeProps): VNode | null {
  const { t, node, path } = props;
  const words = t.nestedRule;
  const field = fieldOfNode(props)('add');
  const missing = node.kind === 'jointApplication' ? JOINT_PARTS.filter((part) => !node.parts[part]) : [];
  const isOpen = node.kind === 'allOf' || node.kind === 'anyOf' || (node.kind === 'not' && node.inside.length === 0);
  if (!isOpen && missing.length === 0) return null;
  const next = insidePath(path, node.kind, node.inside.length);
  return (
    <div class="ft-row ft-row--end">
      <KindSelect {...props} {...field} />
      <div class="ft-actions">
        {isOpen && <Step {...props} label={words.addButton} verb="add" to={next} rank="secondary" />}
        {missing.map((part) => (
          <Step {...props} label={words.addPart[part]} verb={`add-${part}`} to={partPath(path, part)} rank="secondary" />
        ))}
      </div>
    </div>
  );
}

function KindSelect({ t, name, value, error }: NestedNodeProps & { name: string; value: string; error?: string }): VNode {
  const words = t.nestedRule;
  const option = (kind: NestedKind) => (
    <option value={kind} selected={kind === value}>
      {words.kinds[kind]}
    </option>
  );
  const id = fieldId(name);
  return (
    <div class="kern-form-input">
      <label class="kern-label" for={id}>
        {words.add}
      </label>
      {error && (
        <div class="kern-error" id={`${id}-error`}>
          <p class="kern-body">{error}</p>
        </div>
      )}
      <div class="kern-form-input__select-wrapper">
        <select
          class="kern-form-input__select"
          id={id}
          name={name}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error && `${id}-error`}
        >
          <optgroup label={words.conditions}>{[...LEAF_KINDS, 'jointApplication' as const].map(option)}</optgroup>
          <optgroup label={words.groups}>{GROUP_KINDS.map(option)}</optgroup>
        </select>
      </div>
    </div>
  );
}

export function WrapButtons(props: NestedNodeProps): VNode {
  const words = props.t.nestedRule;
  return (
    <details class="ft-fold">
      <summary>
        {words.regroup}
        <span class="ft-sr">: {nameOfNode(props)}</span>
      </summary>
      <div class="ft-actions">
        {GROUP_KINDS.map((kind) => (
          <Step {...props} label={words.wrap[kind]} verb={`wrap-${kind}`} rank="secondary" />
        ))}
      </div>
    </details>
  );
}

const NOTES = ['source.quote', 'source.url', 'label.de', 'label.en'];

/** The passage a condition comes from, and what it is called. */
export function NoteFields(props: NestedNodeProps): VNode {
  const { t, node, path, errors } = props;
  const field = fieldOfNode(props);
  const words = t.nestedRule;
  return (
    <details class="ft-fold" open={NOTES.some((name) => node.entries[name] || errors[`${path}.${name}`])}>
      <summary>
        {words.notes}
        <span class="ft-sr">: {nameOfNode(props)}</span>
      </summary>
      <div class="ft-stack">
        <input type="hidden" name={field('id').name} value={field('id').value} />
        <TextArea {...field('source.quote')} label={words.quote} optional />
        <TextField {...field('source.url')} label={words.url} inputMode="url" optional />
        <div class="ft-row ft-row--end">
          <TextField {...field('label.de')} label={`${words.label}, ${t.editor.inGerman}`} optional />
          <TextField {...field('label.en')} label={`${words.label}, ${t.editor.inEnglish}`} optional />
        </div>
      </div>
    </details>
  );
}
