import type { Criterion } from '@app/eligibility/criterion.js';
import { factName } from '@app/eligibility/fact-names.js';
import { leafWords } from '@app/eligibility/leaf-words.js';
import type { Lint } from '@app/eligibility/linting/lint.js';
import { lintRule } from '@app/eligibility/linting/lint-rule.js';
import { rangeWords } from '@app/eligibility/range-words.js';
import type { Locale } from '@app/kernel/locale.js';
import { formatNumber } from '@app/kernel/locale.js';
import { type CallWords, lintContextOf } from '@app/matching/lint-context.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { type Witness, type WitnessSide, witnesses } from '@app/matching/witnesses.js';
import { capital } from '../texts/capital.js';
import { texts } from '../texts/texts.js';
import type { Bound, Impact } from './editor.model.js';

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

/** What the rule says on both sides of each of its bounds, with real authorities next to the line; small numbers first. */
export function boundsOf(state: MatchingState, rule: Criterion, locale: Locale): NonNullable<Impact['bounds']> {
  return witnesses(state, rule).map((witness): Bound => {
    const sides = [witness.inside, witness.outside].sort((a, b) => a.value - b.value);
    const rows = sides.flatMap((side) => rowsOf(witness, side, locale)).sort((a, b) => a.value - b.value);
    return {
      path: witness.boundPath,
      values: sides.map(({ value }) => value).join(' '),
      title: capital(titleOf(witness, locale), locale),
      statement: sides
        .map((side) => `${numberWords(witness, side.value, locale)} ${texts(locale).impact.answers[side.outcome]}`)
        .join(', '),
      rows: rows.map(({ label, outcome }) => ({ label, outcome })),
      isIdle: !witness.decides,
    };
  });
}

/** "höchstens 300.000 Einwohner": the bound alone, whatever else its node asks. */
function titleOf({ kind, fact, asOf, bound, limit }: Witness, locale: Locale): string {
  const range = { [bound]: limit };
  if (fact !== undefined) return leafWords({ fact: { name: fact, ...range } }, locale);
  if (kind === 'population') return leafWords({ population: { ...range, ...(asOf && { asOf }) } }, locale);
  return texts(locale).impact.atLimit[kind](rangeWords(range, locale));
}

function numberWords({ kind, fact }: Witness, value: number, locale: Locale): string {
  const number = formatNumber(value, locale);
  return fact === undefined ? texts(locale).impact.atLimit[kind](number) : `${factName(fact, locale)} ${number}`;
}

function rowsOf(witness: Witness, side: WitnessSide, locale: Locale) {
  const near = side.near.map(({ name, value, outcome }) => ({ value, label: `${name}, ${formatNumber(value, locale)}`, outcome }));
  return [{ value: side.value, label: numberWords(witness, side.value, locale), outcome: side.outcome }, ...near];
}
