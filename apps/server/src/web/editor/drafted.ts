import type { Criterion } from '@app/eligibility/criterion.js';
import { parseCriterion } from '@app/eligibility/parse-criterion.js';
import { readDeadline } from '@app/funding/call-command.js';
import { statedOf } from '@app/funding/call-deadline.js';
import { type CallRecord, presentDeadlines } from '@app/funding/call-record.js';
import type { CallWords } from '@app/matching/lint-context.js';
import type { CallForm } from './call-form.js';
import { isUntouchedDeadline } from './deadline-form.js';
import { deadlineToJson } from './deadline-form-to.js';
import { FaultBook } from './form-reading.js';
import type { Drafted } from './impact-of.js';
import { enteredRule } from './rule-entry.js';

const isNoRuleYet = (rule: Criterion): boolean => 'anyOf' in rule && rule.anyOf.length === 0;

function ruleOf(form: CallForm): Criterion | undefined {
  const book = new FaultBook();
  const json = enteredRule(book, form);
  if (!book.isEmpty) return undefined;
  const { criterion, faults } = parseCriterion(json, '/rule');
  return faults.length > 0 || !criterion || isNoRuleYet(criterion) ? undefined : criterion;
}

/** Those that can be read; one that cannot does not hide the others. */
function deadlinesOf(form: CallForm): Drafted['deadlines'] {
  return form.deadlines.flatMap((row) => {
    const book = new FaultBook();
    if (isUntouchedDeadline(row)) return [];
    const json = deadlineToJson(book, row, '');
    if (!book.isEmpty) return [];
    const { deadline, faults } = readDeadline(json, '');
    return deadline && faults.length === 0 ? [deadline] : [];
  });
}

const NO_PROGRAM: CallWords['program'] = { title: {}, summary: {} };

/** What a form says about who and when, as far as it can be read; undefined without a rule. */
export function draftedIn(form: CallForm, program: CallWords['program'] = NO_PROGRAM, id?: string): Drafted | undefined {
  const rule = ruleOf(form);
  const words = { ownTitle: form.title, summary: form.summary, program };
  return rule && { rule, deadlines: deadlinesOf(form), words, ...(id !== undefined && { id }) };
}

export function draftedOf(call: CallRecord): Drafted | undefined {
  return isNoRuleYet(call.rule)
    ? undefined
    : { id: call.id, rule: call.rule, deadlines: presentDeadlines(call).map(statedOf), words: call };
}
