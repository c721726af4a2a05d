import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { number } from './day.js';
import { outcome } from './outcome.js';

export type OutcomeCounts = Record<Outcome, number>;

/** The four outcomes with their numbers, each a link to its list. */
export function Tally(props: { t: Texts; label: string; counts: OutcomeCounts; href: (value: Outcome) => string }): VNode {
  return (
    <ul class="ft-tally" aria-label={props.label}>
      {OUTCOMES.map((value) => (
        <li>
          <a class="ft-tally__link" href={props.href(value)}>
            <span class="ft-tally__number">{number(props.t, props.counts[value])}</span> {outcome(props.t, value, 'bare')}
          </a>
        </li>
      ))}
    </ul>
  );
}
