import { type AuthorityView, applicantOf, type FactView } from '@app/authorities/authority-view.js';
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

/** The overdue facts that a positive outcome rests on, alone or in place of one another; none for outcomes that are not positive. */
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
  const restsOn = (facts: readonly FactView[]) => {
    const names = facts.map(({ name }) => name);
    const known = new Map([...applicant.facts].filter(([name]) => !names.includes(name)));
    return evaluate(rule, { ...applicant, facts: known }, named).outcome !== outcome;
  };
  const needed = overdue.filter((fact) => restsOn([fact]));
  const facts = needed.length > 0 || !restsOn(overdue) ? needed : withoutIdle(overdue, restsOn);
  return facts.map(({ name, asOf }) => ({ name, since: asOf! }));
}

/** None of these is needed by itself, since others stand in for it: leaves out those that matter in no way. */
function withoutIdle(facts: readonly FactView[], restsOn: (facts: readonly FactView[]) => boolean): readonly FactView[] {
  return facts.reduce((kept, fact) => {
    const others = kept.filter((other) => other !== fact);
    return restsOn(others) ? others : kept;
  }, facts);
}

/** "nicht bestätigt seit 1. Januar 2012: finanzschwach"; without the day for those who may not see it; undefined when all is verified. */
export function unverifiedWords(facts: readonly { name: string; since?: string }[], locale: Locale): string | undefined {
  if (facts.length === 0) return undefined;
  const names = listOf(
    facts.map(({ name }) => factName(name, locale)),
    locale,
  );
  const [oldest] = facts.flatMap(({ since }) => since ?? []).toSorted();
  if (oldest === undefined) return locale === 'de' ? `nicht mehr bestätigt: ${names}` : `no longer verified: ${names}`;
  const day = longDay(Temporal.PlainDate.from(oldest), locale);
  return locale === 'de' ? `nicht bestätigt seit ${day}: ${names}` : `not verified since ${day}: ${names}`;
}
