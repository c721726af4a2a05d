import { type CallRecord, titleOf } from '@app/funding/call-record.js';
import { readPrograms } from '@app/funding/read-programs.query.js';
import type { Actor } from '@app/kernel/actor.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { Option } from '../pieces/form-values.js';
import type { CallForm } from './call-form.js';
import { EMPTY_DEADLINE } from './deadline-form.js';
import { draftedIn } from './drafted.js';
import type { CallFormModel } from './editor.model.js';
import { ImpactOf } from './impact-of.js';
import { emptyNode } from './nested-node.js';
import { EMPTY_WAY } from './way-form.js';

export interface ShownCallForm extends Pick<CallFormModel, 'form' | 'errors' | 'saved'> {
  /** Absent for a new one. */
  readonly stored?: CallRecord;
}

/** The form of a call with what there is to choose from, and beside it what it would do as it stands. */
@Injectable()
export class CallFormPage {
  constructor(
    private readonly transactions: Transactions,
    private readonly index: MatchingIndex,
    private readonly impactOf: ImpactOf,
  ) {}

  async model(actor: Actor, locale: Locale, { stored, form, errors, saved }: ShownCallForm): Promise<CallFormModel> {
    const programs = stored ? [stored.program] : await this.transactions.run(scopeOf(actor), (em) => readPrograms(em));
    const program = programs.find(({ id }) => id === form.programId);
    const drafted = draftedIn(form, program, stored?.id);
    const calls = [...(await this.index.current()).calls.values()].map(({ call }) => call);
    return {
      ...(stored && { id: stored.id, title: titleOf(stored, locale) }),
      state: stored?.state ?? 'draft',
      form: withRows(form),
      errors,
      ...(saved && { saved }),
      programs: programs.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) })).sort(byLabel(locale)),
      previousCalls: earlierRounds(calls, form.programId, stored?.id, locale),
      ...(drafted && { impact: await this.impactOf.run(drafted, locale) }),
    };
  }
}

const byLabel = (locale: Locale) => (a: Option, b: Option) => a.label.localeCompare(b.label, locale);

/** What everybody can see already, those of the same programme first. */
function earlierRounds(calls: readonly CallRecord[], programId: string, ownId: string | undefined, locale: Locale): Option[] {
  const option = (call: CallRecord): Option => ({ value: call.id, label: titleOf(call, locale) });
  const others = calls.filter(({ id }) => id !== ownId);
  const isSame = (call: CallRecord) => call.program.id === programId;
  return [others.filter(isSame), others.filter((call) => !isSame(call))].flatMap((group) => group.map(option).sort(byLabel(locale)));
}

/** There is always a row to begin with. */
function withRows(form: CallForm): CallForm {
  return {
    ...form,
    ways: form.ways.length > 0 || form.ruleMode !== 'ways' ? form.ways : [EMPTY_WAY],
    nested: form.nested ?? (form.ruleMode === 'nested' ? emptyNode('anyOf') : undefined),
    deadlines: form.deadlines.length > 0 ? form.deadlines : [EMPTY_DEADLINE],
  };
}
