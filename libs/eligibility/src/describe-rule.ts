import type { Locale } from '@app/kernel/locale.js';
import type { Criterion } from './criterion.js';
import { type Line, ruleTree } from './rule-tree.js';

/** A line of the rule as people read it: `join` heads what stands below or before, `text` is what is asked for. */
export interface RuleNode {
  /** JSON Pointer into the rule. */
  readonly path: string;
  readonly join?: string;
  readonly text?: string;
  readonly label?: string;
  /** The words of the call that the criterion rests on. */
  readonly quote?: { readonly text: string; readonly url?: string };
  readonly children: readonly RuleNode[];
}

/** The rule as a tree of lines: "Einer dieser Wege genügt" over "Weg 1: beides zusammen" over "höchstens 300.000 Einwohner". */
export function describeRule(rule: Criterion, locale: Locale): RuleNode {
  return nodeOf(ruleTree(rule, locale));
}

function nodeOf(line: Line): RuleNode {
  return { ...wordsOf(line), children: line.children.map(nodeOf) };
}

/** What a reader sees of a line. */
export function wordsOf({ path, join, text, label, quote }: Line): Omit<RuleNode, 'children'> {
  return {
    path,
    ...(join === undefined ? {} : { join }),
    ...(text === undefined ? {} : { text }),
    ...(label === undefined ? {} : { label }),
    ...(quote === undefined ? {} : { quote }),
  };
}
