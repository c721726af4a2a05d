import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { entitled, entitledEntry } from '@app/eligibility/entitled.js';
import { type Evaluation, evaluate } from '@app/eligibility/evaluate.js';
import { mainReason } from '@app/eligibility/main-reason.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { Locale } from '@app/kernel/locale.js';
import { unverifiedFacts, unverifiedWords } from './unverified-facts.js';

/** The reason in words, with sets of territories by their titles. */
export function reasonWords(rule: Criterion, evaluation: Evaluation, named: NamedTerritories | undefined, locale: Locale): string {
  const { outcome, findings } = evaluation;
  const missing = evaluation.missing.map((item) => entitledEntry(item, named, locale));
  return mainReason(entitled(rule, named, locale), { outcome, findings, missing, changes: [] }, locale);
}

/** Why the outcome is as it is, for a line of a list, a letter or an entry; a positive one that rests on facts nobody has verified for long says so. */
export function outcomeReason(
  rule: Criterion,
  authority: AuthorityView,
  { day, locale, named }: { readonly day: Temporal.PlainDate; readonly locale: Locale; readonly named?: NamedTerritories },
): string {
  const reason = reasonWords(rule, evaluate(rule, applicantOf(authority), named), named, locale);
  const unverified = unverifiedWords(unverifiedFacts(rule, authority, day, named), locale);
  return unverified === undefined ? reason : `${reason}; ${unverified}`;
}
