import { type Outcome } from '@app/eligibility/outcome.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { type AwardView, awardBrief } from './award.js';
import { FunderText } from './funder-text.js';
import { outcome } from './outcome.js';
import { type RuleNode, RuleTree } from './rule-tree.js';
import { Until } from './until.js';
import type { DeadlineView } from './until.model.js';
import { type ReasonLine, ReasonLines } from './verdict.js';

/** A call in a list: until when, what and for whom, how much, for us; always in this order. */
export interface ResultRowModel {
  href: string;
  title: string;
  /** Who funds it. */
  funder?: string;
  /** Who may apply, in one line. */
  who?: string;
  deadline?: DeadlineView;
  award?: AwardView;
  outcome?: Outcome;
  /** The reason in one line. */
  why?: string;
  /** Who follows or put it aside, and what they noted. */
  kept?: readonly string[];
  /** Instead of `why`: every reason (`reasons` layout only). */
  reasons?: readonly ReasonLine[];
  /** The whole rule with its verdicts, folded away (`reasons` layout only). */
  rule?: RuleNode;
  /** Where the text stands that prevails over the rule. */
  textUrl?: string;
}

export type RowLayout = 'full' | 'brief' | 'reasons';

interface RowProps {
  t: Texts;
  row: ResultRowModel;
  layout: RowLayout;
  heading: 'h3' | 'h4';
}

function Main({ t, row, layout, heading: Heading }: RowProps): VNode {
  return (
    <div class="ft-result__main">
      <Heading>
        <a href={row.href}>{row.title}</a>
      </Heading>
      {layout !== 'reasons' && row.funder && <p class="ft-meta">{row.funder}</p>}
      {layout === 'full' && row.who && <p>{row.who}</p>}
      {row.kept?.map((line) => (
        <p class="ft-meta">{line}</p>
      ))}
      {layout === 'reasons' && row.reasons && row.reasons.length > 0 && (
        <div class="ft-meta">
          <ReasonLines t={t} reasons={row.reasons} />
        </div>
      )}
      {layout === 'reasons' && row.rule && (
        <details class="ft-fold">
          <summary>
            {t.authority.whole}
            <span class="ft-sr">: {row.title}</span>
          </summary>
          <RuleTree t={t} node={row.rule} />
          <p class="ft-meta">
            <FunderText t={t} url={row.textUrl} />
          </p>
        </details>
      )}
    </div>
  );
}

function Amount({ t, award }: { t: Texts; award: AwardView }): VNode {
  const brief = awardBrief(t, award);
  return (
    <p class="ft-result__amount">
      {brief ? <b>{brief.first}</b> : <span class="ft-meta">{t.award.notStated}</span>}
      {brief?.more && <span>{brief.more}</span>}
    </p>
  );
}

function Row(props: RowProps): VNode {
  const { t, row, layout } = props;
  return (
    <li class={layout === 'full' ? 'ft-result' : `ft-result ft-result--${layout}`}>
      <Main {...props} />
      {row.deadline && <Until t={t} deadline={row.deadline} class="ft-result__until" />}
      {layout === 'full' && row.award && <Amount t={t} award={row.award} />}
      {layout !== 'reasons' && row.outcome && (
        <p class="ft-result__outcome">
          {outcome(t, row.outcome)}
          {row.why && <span class="ft-result__why">{row.why}</span>}
        </p>
      )}
    </li>
  );
}

export function Results(props: { t: Texts; rows: readonly ResultRowModel[]; layout?: RowLayout; heading?: 'h3' | 'h4' }): VNode {
  return (
    <ul class="ft-results">
      {props.rows.map((row) => (
        <Row t={props.t} row={row} layout={props.layout ?? 'full'} heading={props.heading ?? 'h3'} />
      ))}
    </ul>
  );
}
