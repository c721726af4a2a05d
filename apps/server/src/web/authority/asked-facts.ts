import type { FactValue } from '@app/eligibility/applicant.js';
import { type Criterion, leavesOf } from '@app/eligibility/criterion.js';
import type { FactRow } from './authority.model.js';

/** What rules want to know of a fact: which decides the field that it is entered by. */
export interface AskedFact {
  readonly type: FactRow['type'];
  /** Texts that rules compare it with. */
  readonly texts: readonly string[];
}

/** Every fact that the rules ask of an applicant; those asked of a joint application as a whole are nobody's own. */
export function askedFacts(rules: readonly Criterion[]): Map<string, AskedFact> {
  const asked = new Map<string, AskedFact>();
  for (const { path, criterion } of rules.flatMap((rule) => leavesOf(rule))) {
    if (!('fact' in criterion) || path.includes('/jointApplication/whole')) continue;
    const { name, is } = criterion.fact;
    const known = asked.get(name) ?? { type: typeOf(is), texts: [] };
    const isNew = typeof is === 'string' && !known.texts.includes(is);
    asked.set(name, isNew ? { ...known, texts: [...known.texts, is] } : known);
  }
  return asked;
}

/** Without a value to be, the rule has bounds. */
function typeOf(value: FactValue | undefined): FactRow['type'] {
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'text' : 'number';
}

/** The field for a fact: as rules ask for it, else as it is. */
export function fieldType(asked: AskedFact | undefined, value: FactValue | undefined): FactRow['type'] {
  if (asked) return asked.type;
  return value === undefined ? 'text' : typeOf(value);
}
