import type { CallCommand } from '@app/funding/call-command.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { ChangeCall } from '@app/funding/change-call.js';
import { CreateCall } from '@app/funding/create-call.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { PROBLEM_STATUS, PROBLEM_TEXTS } from '@app/kernel/problems.js';
import { textOf as problemText } from '@app/kernel/reason.js';
import { Injectable } from '@nestjs/common';
import { ReadCallFor } from '../../api/calls/read-call-for.js';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { paths } from '../frame/paths.js';
import type { FieldErrors } from '../pieces/form-values.js';
import { texts } from '../texts/texts.js';
import { callFieldLabel } from './call-field-labels.js';
import { type CallForm, readCallForm } from './call-form.js';
import { changeRows, isRowAction, switchedTo } from './call-form-rows.js';
import { toCallCommand } from './call-form-to.js';
import { checkCall } from './check-call.js';
import { faultsByField } from './fault-fields.js';
import { differingFields } from './form-differences.js';
import { type Body, FaultBook, faultTexts, textOf } from './form-reading.js';
import { enteredRule } from './rule-entry.js';
import { formOf } from './stored-call.js';

/** Where to go when it is done, or the form again with what was entered. */
export type Submission<Form> = { readonly goTo: string } | { readonly form: Form; readonly errors: FieldErrors; readonly status: number };

/** What the button of a call's form asks for: change the rows, reckon anew, store, store and review. */
@Injectable()
export class SubmitCall {
  constructor(
    private readonly createCall: CreateCall,
    private readonly changeCall: ChangeCall,
    private readonly readCall: ReadCallFor,
  ) {}

  async run(actor: Actor, body: Body, stored: CallRecord | undefined, locale: Locale): Promise<Submission<CallForm>> {
    const action = textOf(body, 'do');
    // a call stays with its programme
    const form = { ...readCallForm(body), ...(stored && { programId: stored.program.id }) };
    if (isRowAction(action)) return redrawn(form, action, locale);
    const checked = checkCall(form, locale);
    if ('errors' in checked) return { form, errors: checked.errors, status: 422 };
    try {
      const id = stored ? await this.change(actor, stored, form, checked.command) : await this.create(actor, form, checked.command);
      return { goTo: action === 'review' ? paths.reviewCall(id) : `${paths.editCall(id)}?saved=yes` };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      return error.code === 'stale' ? this.overtaken(actor, stored!.id, form, locale) : refused(form, error, locale);
    }
  }

  private create(actor: Actor, form: CallForm, command: CallCommand): Promise<string> {
    return this.createCall.run(actor, form.programId, command);
  }

  /** A form that says what is stored already makes no version. */
  private async change(actor: Actor, stored: CallRecord, form: CallForm, command: CallCommand): Promise<string> {
    const before = toCallCommand(formOf(stored, 'de'));
    if (JSON.stringify(before) !== JSON.stringify(toCallCommand(form))) {
      await this.changeCall.run(actor, stored.id, Number(form.version), command);
    }
    return stored.id;
  }

  /** Somebody else saved in between: the form keeps what was entered, names what differs, and may be saved again. */
  private async overtaken(actor: Actor, id: string, form: CallForm, locale: Locale): Promise<Submission<CallForm>> {
    const current = await this.readCall.run(actor, id);
    const t = texts(locale);
    const labels = differingFields(form, formOf(current, locale)).map((name) => callFieldLabel(t, name) ?? name);
    const errors = { '': t.editor.overtaken([...new Set(labels)].join('; ')) };
    return { form: { ...form, version: String(current.version) }, errors, status: PROBLEM_STATUS.stale };
  }
}

function refused(form: CallForm, error: DomainError, locale: Locale): Submission<CallForm> {
  const errors = faultsByField(error.faults, form, (fault) => faultDetail(fault, locale));
  const whole = { '': problemText(PROBLEM_TEXTS, error, locale) };
  return { form, errors: error.faults.length > 0 ? errors : whole, status: PROBLEM_STATUS[error.code] };
}

/** Why the rule is still edited as before: an entry that cannot be read, or more than the other form can show. */
function notShown(form: CallForm, mode: CallForm['ruleMode'], locale: Locale): FieldErrors {
  const book = new FaultBook();
  enteredRule(book, form);
  return book.isEmpty ? { rule: texts(locale).faults[`not-${mode}`]!('') } : faultTexts(book.faults, locale);
}

const ABOUT_WHO_AND_WHEN = /^(rule$|rule\.|ways\.|deadlines\.)/;

/** Nothing is stored. Reckoning anew says what stands in its way, so that the numbers are not just missing. */
function redrawn(entered: CallForm, action: string, locale: Locale): Submission<CallForm> {
  const form = changeRows(entered, action, locale);
  const mode = switchedTo(action);
  if (mode && form.ruleMode !== mode) return { form, errors: notShown(form, mode, locale), status: 422 };
  const checked = action === 'recalculate' ? checkCall(form, locale) : { errors: {} };
  const all = 'errors' in checked ? Object.entries(checked.errors) : [];
  const errors = Object.fromEntries(all.filter(([name]) => ABOUT_WHO_AND_WHEN.test(name)));
  return { form, errors, status: Object.keys(errors).length > 0 ? 422 : 200 };
}
