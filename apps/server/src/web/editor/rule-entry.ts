import type { Criterion } from '@app/eligibility/criterion.js';
import { parseCriterion } from '@app/eligibility/parse-criterion.js';
import type { Locale } from '@app/kernel/locale.js';
import type { CallForm } from './call-form.js';
import { FaultBook } from './form-reading.js';
import { emptyNode } from './nested-node.js';
import { nestedOf } from './nested-rule-from.js';
import { toCriterion } from './nested-rule-to.js';
import { readJson } from './read-entries.js';
import { ruleToWays, waysToRule } from './way-form.js';

/** A rule as its form shows it: as ways, else as a tree, else as JSON. */
export type RuleEntry = Pick<CallForm, 'ruleMode' | 'ways' | 'nested' | 'rule'>;

const NOTHING = { ways: [], nested: undefined, rule: '' };

/** The rule as JSON, however it is entered; only JSON may be anything else than a rule. */
export function enteredRule(book: FaultBook, form: RuleEntry): unknown {
  if (form.ruleMode === 'json') return readJson(book, 'rule', form.rule);
  if (form.ruleMode === 'nested') return toCriterion(book, form.nested ?? emptyNode('anyOf'));
  return waysToRule(book, form.ways);
}

function asWays(rule: Criterion, locale: Locale): RuleEntry | undefined {
  const ways = ruleToWays(rule, locale);
  return ways && { ...NOTHING, ruleMode: 'ways', ways };
}

function asNested(rule: Criterion, locale: Locale): RuleEntry | undefined {
  const nested = nestedOf(rule, locale);
  return nested && { ...NOTHING, ruleMode: 'nested', nested };
}

function asJson(rule: unknown): RuleEntry {
  return { ...NOTHING, ruleMode: 'json', rule: JSON.stringify(rule, null, 2) };
}

/** A stored rule in the simplest form that shows all of it. */
export function ruleEntry(rule: Criterion, locale: Locale): RuleEntry {
  return asWays(rule, locale) ?? asNested(rule, locale) ?? asJson(rule);
}

/**
 * The same rule in another form; it stays as it is where something entered cannot be read yet, or where that form cannot show all of it.
 * As JSON anything can be shown that can be read.
 */
export function switchRule(form: CallForm, mode: CallForm['ruleMode'], locale: Locale): CallForm {
  const book = new FaultBook();
  const entered = enteredRule(book, form);
  if (!book.isEmpty || mode === form.ruleMode) return form;
  const rule = parseCriterion(entered, '/rule').criterion;
  if (mode === 'json') return { ...form, ...asJson(entered) };
  const shown = rule && (mode === 'ways' ? asWays(rule, locale) : asNested(rule, locale));
  return shown ? { ...form, ...shown } : form;
}
