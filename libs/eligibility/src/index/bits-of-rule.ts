import { type Criterion, isLeaf } from '../criterion.js';
import type { NamedTerritories } from '../named-territories.js';
import type { ApplicantColumns } from './applicant-columns.js';
import type { Bitset } from './bitset.js';
import { leafBits } from './leaf-bits.js';

/** The two readings of contract §3: applying alone, or as a possible member of a joint application. */
export type Reading = 'alone' | 'jointly';

interface Question {
  readonly wanted: 'met' | 'unmet';
  readonly reading: Reading;
  readonly columns: ApplicantColumns;
  readonly named: NamedTerritories;
}

/**
 * Whose verdict on the rule is the wanted one. "Not all" is "one not" (De Morgan holds for Kleene's logic too), so each side is found
 * without the other. A set that lasts is a column's own: never change it.
 */
export function bitsOfRule(criterion: Criterion, question: Question): Bitset {
  const { wanted, columns } = question;
  if (isLeaf(criterion)) {
    const { met, known } = leafBits(criterion, columns, question.named);
    return wanted === 'met' ? met : known.minus(met);
  }
  if ('not' in criterion) return bitsOfRule(criterion.not, { ...question, wanted: wanted === 'met' ? 'unmet' : 'met' });
  if ('allOf' in criterion) return combined(criterion.allOf, wanted === 'met', question);
  if ('anyOf' in criterion) return combined(criterion.anyOf, wanted === 'unmet', question);
  if (question.reading === 'alone') return wanted === 'unmet' ? columns.everyone : columns.nobody;
  // A possible member or lead; what is asked of the whole is taken as met.
  const { eachMember, lead } = criterion.jointApplication;
  const parts = [eachMember ?? { allOf: [] }, ...(lead === undefined ? [] : [lead])];
  return combined(parts, wanted === 'unmet', question);
}

function combined(criteria: readonly Criterion[], isInEach: boolean, question: Question): Bitset {
  const { everyone, nobody } = question.columns;
  const [first, ...rest] = criteria;
  if (first === undefined) return isInEach ? everyone : nobody;
  const bits = bitsOfRule(first, question);
  if (rest.length === 0) return bits;
  const made = bits.lasts ? bits.copy() : bits;
  for (const criterion of rest) {
    const more = bitsOfRule(criterion, question);
    if (isInEach) made.retain(more);
    else made.addAll(more);
  }
  return made;
}
