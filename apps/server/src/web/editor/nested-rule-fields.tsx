import type { VNode } from 'preact';
import { HintAndError } from '../pieces/field-parts.js';
import { fieldId } from '../pieces/form-values.js';
import type { Texts } from '../texts/texts.js';
import { DemandFields } from './nested-leaf-fields.js';
import { insidePath, JOINT_PARTS, type NestedNode, partPath } from './nested-node.js';
import { AddFields, NodeButtons, NoteFields, WrapButtons } from './nested-node-buttons.js';
import { type NestedNodeProps, nameOfNode, numberBelow } from './nested-node-props.js';

/** From here on a node is not set in further: its number says how deep it stands, and a phone has no room. */
const DEEPEST_INDENT = 3;

function Inside(props: NestedNodeProps): VNode {
  const { t, node, path, number, errors } = props;
  const isEmptyGroup = ['allOf', 'anyOf', 'not'].includes(node.kind) && node.inside.length === 0;
  return (
    <>
      {isEmptyGroup && <p class="ft-meta">{t.nestedRule.empty}</p>}
      {node.inside.map((child, at) => (
        <Node
          t={t}
          node={child}
          path={insidePath(path, node.kind, at)}
          number={numberBelow(number, at)}
          errors={errors}
          place={{ at, of: node.inside.length }}
        />
      ))}
      {JOINT_PARTS.map((part) => {
        const child = node.parts[part];
        return (
          child && <Node t={t} node={child} path={partPath(path, part)} number={numberBelow(number, part)} errors={errors} part={part} />
        );
      })}
    </>
  );
}

function Node(props: NestedNodeProps): VNode {
  const { t, node, path, number, errors, part } = props;
  const words = t.nestedRule;
  const isDeep = number.split('.').length > DEEPEST_INDENT;
  const what = part ? `${words.parts[part]}, ${words.kinds[node.kind]}` : words.kinds[node.kind];
  const error = errors[path];
  return (
    <fieldset
      class={isDeep ? 'ft-group ft-node ft-node--deep' : 'ft-group ft-node'}
      id={fieldId(path)}
      aria-describedby={error && `${fieldId(path)}-error`}
    >
      <legend>
        {nameOfNode(props)}: {what}
      </legend>
      <input type="hidden" name={`${path}.kind`} value={node.kind} />
      <HintAndError t={t} name={path} label="" error={error} />
      <DemandFields {...props} />
      <Inside {...props} />
      <AddFields {...props} />
      <NodeButtons {...props} />
      <WrapButtons {...props} />
      <NoteFields {...props} />
    </fieldset>
  );
}

/** A rule of any depth as nested groups of fields; every button is a step of the form and stores nothing. */
export function NestedRuleFields({ t, node, errors }: { t: Texts; node: NestedNode; errors: NestedNodeProps['errors'] }): VNode {
  return (
    <>
      <p>{t.nestedRule.lead}</p>
      <Node t={t} node={node} path="rule" number="" errors={errors} />
    </>
  );
}
