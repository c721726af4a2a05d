import type { Verdict } from '@app/eligibility/outcome.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { Icon } from './icons.js';

/** Whether one condition holds, as a word with its sign. */
export function verdict(t: Texts, value: Verdict, word = t.words.verdict[value]): VNode {
  return (
    <span class={`ft-verdict ft-verdict--${value}`}>
      <Icon name={value} />
      {word}
    </span>
  );
}

/** One reason in a list: the sign alone is seen, its word is read aloud. */
export interface ReasonLine {
  verdict: Verdict;
  text: string;
  /** Where to clear it up. */
  href?: string;
}

export function ReasonLines({ t, reasons }: { t: Texts; reasons: readonly ReasonLine[] }): VNode {
  return (
    <ul class="ft-plain">
      {reasons.map((reason) => (
        <li>
          <span class={`ft-verdict ft-verdict--${reason.verdict}`}>
            <Icon name={reason.verdict} />
            <span class="ft-sr">{t.words.verdict[reason.verdict]}: </span>
          </span>
          {reason.href ? <a href={reason.href}>{reason.text}</a> : reason.text}
        </li>
      ))}
    </ul>
  );
}
