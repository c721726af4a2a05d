import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { RuleNode as DescribedNode } from '@app/eligibility/describe-rule.js';
import type { ExplainedNode } from '@app/eligibility/explain-rule.js';
import type { Locale } from '@app/kernel/locale.js';
import { longDay } from '@app/kernel/words.js';
import type { RuleNode } from './rule-tree.js';

/** Where a fact comes from, by its name. */
export type FactSource = (name: string) => string | undefined;

/** "Fachamt, 3. März 2014" of what is known about an authority. */
export function factSourceOf({ facts }: AuthorityView, locale: Locale): FactSource {
  return (name) => {
    const fact = facts.find((each) => each.name === name);
    return fact && [fact.source, fact.asOf && longDay(Temporal.PlainDate.from(fact.asOf), locale)].filter(Boolean).join(', ');
  };
}

/** The tree of a rule, described or explained for an authority, as the page's piece takes it. An editor's own label goes before our words. */
export function toRuleNode(node: DescribedNode | ExplainedNode, factSource: FactSource = () => undefined): RuleNode {
  const { join, text, label, quote, children } = node;
  const explained = node as Partial<ExplainedNode>;
  const { rests } = explained;
  const from = rests && ('source' in rests ? rests.source : factSource(rests.fact));
  const isBranch = children.length > 0;
  return {
    ...(isBranch && label ? { join: label } : { join }),
    text: isBranch ? text : (label ?? text),
    ...(explained.why !== undefined && { why: explained.why }),
    ...(explained.verdict !== undefined && { verdict: explained.verdict }),
    ...(from !== undefined && { from }),
    ...(quote !== undefined && { quote }),
    children: children.map((child) => toRuleNode(child, factSource)),
  };
}
