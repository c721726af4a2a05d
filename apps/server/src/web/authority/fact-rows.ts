import type { AuthorityView, FactView } from '@app/authorities/authority-view.js';
import { isOverdue } from '@app/authorities/fact-verification.js';
import { factName } from '@app/eligibility/fact-names.js';
import { factSource } from '@app/eligibility/fact-sources.js';
import type { Locale } from '@app/kernel/locale.js';
import { type AskedFact, fieldType } from './asked-facts.js';
import type { FactRow } from './authority.model.js';

/** What the name of a fact begins with in `Evaluation.missing`. */
export const FACT = 'fact:';

interface FactContext {
  readonly asked: ReadonlyMap<string, AskedFact>;
  /** What each unclear call misses ("fact:grwArea"). */
  readonly missing: readonly (readonly string[])[];
  readonly locale: Locale;
  readonly today: Temporal.PlainDate;
  /** Facts of registers and editors are for these alone to change. */
  readonly mayChangePublic: boolean;
}

/** Unknown facts that would clear something up first, the one that most calls wait for on top; then what is known, by name. */
export function factRows(authority: AuthorityView, context: FactContext): FactRow[] {
  const clears = new Map<string, number>();
  for (const item of context.missing.flat()) {
    if (item.startsWith(FACT)) clears.set(item.slice(FACT.length), (clears.get(item.slice(FACT.length)) ?? 0) + 1);
  }
  const known = new Map(authority.facts.map((fact) => [fact.name, fact]));
  const rows = [...new Set([...clears.keys(), ...known.keys()])].map((name) => factRow(name, known.get(name), clears.get(name), context));
  const collator = new Intl.Collator(context.locale);
  return rows.sort((a, b) => (b.clears ?? 0) - (a.clears ?? 0) || collator.compare(a.label, b.label));
}

function factRow(name: string, fact: FactView | undefined, clears: number | undefined, context: FactContext): FactRow {
  const { asked, locale, mayChangePublic } = context;
  const texts = asked.get(name)?.texts ?? [];
  return {
    name,
    label: capital(factName(name, locale), name, locale),
    type: fieldType(asked.get(name), fact?.value),
    ...(texts.length > 0 && { asked: texts }),
    ...(clears !== undefined && { clears }),
    ...(fact === undefined && { where: factSource(name, locale) }),
    ...(fact && { value: fact.value, version: fact.version, source: fact.source }),
    ...(fact?.asOf && { asOf: fact.asOf }),
    ...(fact && isOverdue(fact, context.today) && { isOverdue: true }),
    ...(fact?.visibility === 'public' && !mayChangePublic && { fixed: true }),
  };
}

/** Begins a line; a fact that is called by its own name stays as it is written. */
function capital(label: string, name: string, locale: Locale): string {
  return label === name ? label : label.charAt(0).toLocaleUpperCase(locale) + label.slice(1);
}
