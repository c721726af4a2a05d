import type { Outcome } from '@app/eligibility/outcome.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { Icon } from './icons.js';

const SHADES: Record<Outcome, string> = {
  eligible: 'eligible',
  eligible_jointly: 'jointly',
  undetermined: 'undetermined',
  ineligible: 'ineligible',
};

/** The one place that builds an outcome: the word, its icon and its colour stay together. `bare` in running text, `large` once a page; `word` where a short answer says the same. */
export function outcome(t: Texts, value: Outcome, size?: 'bare' | 'large', word = t.words.outcome[value]): VNode {
  const classes = ['ft-outcome', `ft-outcome--${SHADES[value]}`, size && `ft-outcome--${size}`].filter(Boolean).join(' ');
  return (
    <span class={classes}>
      <Icon name={value} />
      {word}
    </span>
  );
}
