import type { Fault } from '@app/kernel/domain-error.js';
import type { CallForm } from './call-form.js';
import { deadlineField, EMPTY_DEADLINE, isUntouchedDeadline } from './deadline-form.js';
import { nestedField } from './nested-rule-faults.js';

function ruleField(parts: readonly string[], form: CallForm): string {
  if (form.ruleMode === 'nested') return nestedField(parts);
  if (form.ruleMode === 'json') return 'rule';
  const way = parts[0] === 'anyOf' && form.ways.length > 1 ? Number(parts[1]) : 0;
  if (!Number.isInteger(way) || !form.ways[way]) return '';
  if (parts.includes('population')) return `ways.${way}.populationAtMost`;
  return `ways.${way}.${parts.includes('territory') ? 'territories' : 'types'}`;
}

/** Untouched rows were not sent: the n-th deadline sent is the n-th touched row. */
function sentRow(form: CallForm, index: number): number {
  const touched = form.deadlines.flatMap((deadline, at) => (isUntouchedDeadline(deadline) ? [] : [at]));
  return touched[index] ?? 0;
}

/** The field that a JSON Pointer into the body of POST /calls is about; "" for the form as a whole. */
export function fieldOf(pointer: string, form: CallForm): string {
  const [first = '', ...rest] = pointer.split('/').slice(1);
  switch (first) {
    case 'rule':
      return ruleField(rest, form);
    case 'deadlines': {
      const row = sentRow(form, Number(rest[0] ?? 0));
      return `deadlines.${row}.${deadlineField(rest.slice(1), form.deadlines[row] ?? EMPTY_DEADLINE)}`;
    }
    case 'title':
    case 'summary':
      return `${first}.${rest[0] === 'en' ? 'en' : 'de'}`;
    case 'award':
      return rest[0] === 'slots' || rest[0] === undefined ? `award.slots.${rest[1] ?? 0}.count` : `award.${rest[0]}`;
    case 'partners':
      return `partners.${rest[0] ?? 0}.${rest[1] === 'url' || rest[1] === 'role' ? rest[1] : 'name'}`;
    case 'source':
      return rest[0] === 'publishedOn' ? 'source.publishedOn' : 'source.url';
    case 'winners':
    case 'programId':
    case 'round':
    case 'previousCallId':
      return first;
    default:
      return '';
  }
}

/** Faults that the domain found, by field; `text` says a fault in the reader's language. */
export function faultsByField(faults: readonly Fault[], form: CallForm, text: (fault: Fault) => string): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const fault of faults) errors[fieldOf(fault.pointer, form)] ??= text(fault);
  return errors;
}

/** The field of a programme's form that a JSON Pointer into the body of POST /programs is about. */
export function programFieldOf(pointer: string): string {
  const [first = '', second = '', third] = pointer.split('/').slice(1);
  if (first === 'title' || first === 'summary') return `${first}.${second === 'en' ? 'en' : 'de'}`;
  if (first === 'partners') return `partners.${second || 0}.${third === 'url' || third === 'role' ? third : 'name'}`;
  return first;
}
