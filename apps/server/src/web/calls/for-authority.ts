import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { Change } from '@app/eligibility/changes/change.js';
import { changeWords } from '@app/eligibility/changes/change-words.js';
import { entitled, entitledEntry } from '@app/eligibility/entitled.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import type { Finding } from '@app/eligibility/evaluation.js';
import { explainRule } from '@app/eligibility/explain-rule.js';
import { factSource } from '@app/eligibility/fact-sources.js';
import { missingName } from '@app/eligibility/missing-names.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { dayAt } from '@app/kernel/clock.js';
import type { Locale } from '@app/kernel/locale.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { otherVintages } from '@app/matching/other-vintages.js';
import { reasonWords } from '@app/matching/outcome-reason.js';
import { unverifiedFacts, unverifiedWords } from '@app/matching/unverified-facts.js';
import { factSourceOf, toRuleNode } from '../pieces/explained-rule.js';
import type { CallModel, ForAuthority } from './call.model.js';
import type { Reader } from './call-lists.js';
import { outcomeSentence } from './outcome-sentence.js';

/** More pieces of advice than this are none. */
const MOST_CHANGES = 4;

/** What holds for the reader's authority: the outcome in a sentence, what is missing, what would change it, and the rule with its verdicts. */
export function forAuthority(
  call: CallRecord,
  { named }: MatchingState,
  { authority, locale, now }: Reader & { readonly authority: AuthorityView },
): { summary: ForAuthority; rule: CallModel['rule'] } {
  const evaluation = evaluate(call.rule, applicantOf(authority), named);
  const { outcome } = evaluation;
  const reason = reasonWords(call.rule, evaluation, named, locale);
  const overdue = unverifiedFacts(call.rule, authority, dayAt(now, authority.zone), named);
  return {
    summary: {
      name: authority.name,
      outcome,
      why: outcomeSentence(outcome, authority.name, reason, locale),
      missing: evaluation.missing.map((item) => toMissing(entitledEntry(item, named, locale), evaluation.findings, locale)),
      unverified: unverifiedWords(overdue, locale),
      vintages: otherVintages(call.rule, authority, named),
      changes: advice(evaluation.changes).map((change) => toChange(change, locale)),
    },
    rule: toRuleNode(explainRule(entitled(call.rule, named, locale), evaluation, locale), factSourceOf(authority, locale)),
  };
}

export function toMissing(item: string, findings: readonly Finding[], locale: Locale): ForAuthority['missing'][number] {
  const text = missingName(item, locale, findings);
  if (!item.startsWith('fact:')) return { text };
  const fact = item.slice('fact:'.length);
  return { text, fact, where: factSource(fact, locale) };
}

/** What nobody can change is no advice where there is any; else it says that nothing can be done, and marks it so. */
function advice(changes: readonly Change[]): readonly Change[] {
  const conceivable = changes.filter(isConceivable);
  return conceivable.length > 0 ? conceivable.slice(0, MOST_CHANGES) : changes.slice(0, 1);
}

function isConceivable({ set }: Change): boolean {
  return set.every(({ possible }) => possible !== false);
}

function toChange(change: Change, locale: Locale): ForAuthority['changes'][number] {
  return {
    text: changeWords(change, locale),
    isUnlikely: change.set.some(({ possible }) => possible === 'unlikely'),
    isImpossible: !isConceivable(change),
  };
}
