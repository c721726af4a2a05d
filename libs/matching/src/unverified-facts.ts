import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { isOverdue } from '@app/authorities/fact-verification.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { factName } from '@app/eligibility/fact-names.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { Locale } from '@app/kernel/locale.js';
import { listOf, longDay } from '@app/kernel/words.js';

/** A fact that a positive outcome rests on and that nobody has verified for longer than its kind allows. */
export interface UnverifiedFact {
  readonly name: string;
  /** Its date. */
  readonly since: string;
}

/** The overdue facts without which the outcome would not be eligible any more; none for outcomes that are not positive. */
export function unverifiedFacts(
  rule: Criterion,
  authority: AuthorityView,
  day: Temporal.PlainDate,
  named?: NamedTerritories,
): UnverifiedFact[] {
  const overdue = authority.facts.filter((fact) => isOverdue(fact, day));
  if (overdue.length === 0) return [];
  const applicant = applicantOf(authority);
  const { outcome } = evaluate(rule, applicant, named);
  if (outcome !== 'eligible' && outcome !== 'eligible_jointly') return [];
  return overdue
    .filter(({ name }) => {
      const without = new Map([...applicant.facts].filter(([known]) => known !== name));
      return evaluate(rule, { ...applicant, facts: without }, named).outcome !== outcome;
    })
    .map(({ name, asOf }) => ({ name, since: asOf! }));
}

/** "nicht bestätigt seit 1. Januar 2012: finanzschwach"; undefined when all is verified. */
export function unverifiedWords(facts: readonly UnverifiedFact[], locale: Locale): string | undefined {
  const [oldest] = facts.toSorted((one, other) => (one.since < other.since ? -1 : 1));
  if (!oldest) return undefined;
  const day = longDay(Temporal.PlainDate.from(oldest.since), locale);
  const names = listOf(
    facts.map(({ name }) => factName(name, locale)),
    locale,
  );
  return locale === 'de' ? `nicht bestätigt seit ${day}: ${names}` : `not verified since ${day}: ${names}`;
}
