import type { Criterion } from '@app/eligibility/criterion.js';
import { factName } from '@app/eligibility/fact-names.js';
import type { Lint } from '@app/eligibility/linting/lint.js';
import { lintRule } from '@app/eligibility/linting/lint-rule.js';
import type { Outcome, Verdict } from '@app/eligibility/outcome.js';
import type { Locale } from '@app/kernel/locale.js';
import { formatNumber } from '@app/kernel/locale.js';
import { type CallWords, lintContextOf } from '@app/matching/lint-context.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { type Witness, type WitnessSide, witnesses } from '@app/matching/witnesses.js';
import { texts } from '../texts/texts.js';
import type { Impact } from './editor.model.js';

/** What to look at again before others rely on the rule. */
export function warningsOf(state: MatchingState, rule: Criterion, words: CallWords, locale: Locale): Impact['warnings'] {
  return lintRule(rule, lintContextOf(state, words)).map((lint) => ({
    code: lint.code,
    path: lint.path,
    text: lint.text[locale],
    severity: severityOf(lint),
  }));
}

function severityOf({ severity, hint }: Lint): Impact['warnings'][number]['severity'] {
  if (severity === 'error') return 'danger';
  return hint ? 'info' : 'warning';
}

const VERDICT_OF: Record<Outcome, Verdict> = { eligible: 'met', eligible_jointly: 'met', undetermined: 'unknown', ineligible: 'unmet' };

/** What the rule says on both sides of each of its bounds, with real authorities next to the line; small numbers first. */
export function boundaryOf(state: MatchingState, rule: Criterion, locale: Locale): NonNullable<Impact['boundary']> {
  return witnesses(state, rule).flatMap((witness) =>
    [witness.inside, witness.outside]
      .flatMap((side) => rowsOf(witness, side, locale))
      .sort((a, b) => a.value - b.value)
      .map(({ label, verdict }) => ({ label, verdict })),
  );
}

function rowsOf(witness: Witness, side: WitnessSide, locale: Locale) {
  const number = (value: number) => formatNumber(value, locale);
  const near = side.near.map(({ name, value, verdict }) => ({ value, label: `${name}, ${number(value)}`, verdict }));
  const words = texts(locale).impact.atLimit;
  const label = witness.fact ? `${factName(witness.fact, locale)}: ${number(side.value)}` : words[witness.kind](number(side.value));
  return [{ value: side.value, label, verdict: VERDICT_OF[side.outcome] }, ...near];
}
