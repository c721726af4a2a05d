import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import type { ComponentChildren, VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { number } from './day.js';
import { outcome } from './outcome.js';
import type { OutcomeCounts } from './tally.js';

function Tab(props: { t: Texts; href: string; current: boolean; count: number; children: ComponentChildren }): VNode {
  return (
    <li>
      <a class="ft-tabs__link" href={props.href} aria-current={props.current ? 'true' : undefined}>
        {props.children} <span class="ft-tabs__count">{number(props.t, props.count)}</span>
      </a>
    </li>
  );
}

interface OutcomeTabsProps {
  t: Texts;
  label: string;
  counts: OutcomeCounts;
  current?: Outcome;
  /** Without an outcome: all of them. */
  href: (value?: Outcome) => string;
}

/** The outcome filter: links, so that it works without a script and each tab has an address. */
export function OutcomeTabs({ t, label, counts, current, href }: OutcomeTabsProps): VNode {
  const all = OUTCOMES.reduce((sum, value) => sum + counts[value], 0);
  return (
    <nav class="ft-section" aria-label={label}>
      <ul class="ft-tabs">
        <Tab t={t} href={href()} current={current === undefined} count={all}>
          {t.calls.all}
        </Tab>
        {OUTCOMES.map((value) => (
          <Tab t={t} href={href(value)} current={current === value} count={counts[value]}>
            {outcome(t, value, 'bare')}
          </Tab>
        ))}
      </ul>
    </nav>
  );
}
