import { type Verdict } from '@app/eligibility/outcome.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { verdict } from './verdict.js';

/** A rule in words: a branch has a joint sentence, a leaf a text; verdicts and reasons only where a municipality is asked about. */
export interface RuleNode {
  /** "Einer dieser Wege genügt", "Weg 1: beides zusammen"; before the text of a leaf: "Weg 2:". */
  join?: string;
  text?: string;
  why?: string;
  /** Where the figure or fact that decided comes from. */
  from?: string;
  verdict?: Verdict;
  /** The words of the funder that this follows. */
  quote?: { text: string; url?: string };
  children?: readonly RuleNode[];
}

function Words({ node }: { node: RuleNode }): VNode {
  if (!node.text) return <span class="ft-rule__join">{node.join}</span>;
  if (!node.join) return <span>{node.text}</span>;
  return (
    <span>
      <span class="ft-rule__join">{node.join}</span> {node.text}
    </span>
  );
}

function Quote({ quote }: { quote: NonNullable<RuleNode['quote']> }): VNode {
  return (
    <span class="ft-rule__quote">
      <q>{quote.text}</q>
      {quote.url && (
        <span>
          {' '}
          <a href={quote.url} rel="external noopener">
            {hostOf(quote.url)}
          </a>
        </span>
      )}
    </span>
  );
}

/** The site that a link leads to; of what is no address the text itself. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

function Node({ t, node }: { t: Texts; node: RuleNode }): VNode {
  return (
    <li>
      <div class="ft-rule__node">
        <Words node={node} />
        {node.verdict && verdict(t, node.verdict)}
        {node.why && <span class="ft-rule__why">{node.why}</span>}
        {node.from && <span class="ft-rule__why">{t.call.from(node.from)}</span>}
        {node.quote && <Quote quote={node.quote} />}
      </div>
      {node.children && node.children.length > 0 && (
        <ul>
          {node.children.map((child) => (
            <Node t={t} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

export function RuleTree({ t, node }: { t: Texts; node: RuleNode }): VNode {
  return (
    <ul class="ft-rule">
      <Node t={t} node={node} />
    </ul>
  );
}
