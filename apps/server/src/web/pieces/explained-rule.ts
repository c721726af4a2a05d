import type { RuleNode as DescribedNode } from '@app/eligibility/describe-rule.js';
import type { ExplainedNode } from '@app/eligibility/explain-rule.js';
import type { RuleNode } from './rule-tree.js';

/** The tree of a rule, described or explained for an authority, as the page's piece takes it. An editor's own label goes before our words. */
export function toRuleNode(node: DescribedNode | ExplainedNode): RuleNode {
  const { join, text, label, quote, children } = node;
  const explained = node as Partial<ExplainedNode>;
  const isBranch = children.length > 0;
  return {
    ...(isBranch && label ? { join: label } : { join }),
    text: isBranch ? text : (label ?? text),
    ...(explained.why !== undefined && { why: explained.why }),
    ...(explained.verdict !== undefined && { verdict: explained.verdict }),
    ...(quote !== undefined && { quote }),
    children: children.map(toRuleNode),
  };
}
