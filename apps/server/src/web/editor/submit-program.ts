import { ChangeProgram } from '@app/funding/change-program.js';
import { CreateProgram } from '@app/funding/create-program.js';
import type { ProgramContent } from '@app/funding/program.js';
import type { ProgramRecord } from '@app/funding/read-programs.query.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { PROBLEM_STATUS } from '@app/kernel/problems.js';
import { Injectable } from '@nestjs/common';
import { CreateProgramDto } from '../../api/programs/program.dto.js';
import { toProgramContent } from '../../api/programs/program.mapper.js';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { ValidationPipe } from '../../edge/validation/validation.pipe.js';
import { paths } from '../frame/paths.js';
import type { FieldErrors } from '../pieces/form-values.js';
import { texts } from '../texts/texts.js';
import { changePartners, isRowAction } from './call-form-rows.js';
import { faultsOf } from './check-call.js';
import { programFieldOf } from './fault-fields.js';
import { differingFields } from './form-differences.js';
import { type Body, faultTexts, textOf } from './form-reading.js';
import { programFieldLabel } from './program-field-labels.js';
import { fromProgram, type ProgramBody, type ProgramForm, readProgramForm, toProgramCommand } from './program-form.js';
import { ProgramFormPage } from './program-form.page.js';
import type { Submission } from './submit-call.js';

const pipe = new ValidationPipe();
const asDto = (body: ProgramBody) => pipe.transform(body, { type: 'body', metatype: CreateProgramDto }) as CreateProgramDto;

/** What the button of a programme's form asks for: change the rows of the partners, or store. */
@Injectable()
export class SubmitProgram {
  constructor(
    private readonly createProgram: CreateProgram,
    private readonly changeProgram: ChangeProgram,
    private readonly page: ProgramFormPage,
  ) {}

  async run(actor: Actor, body: Body, stored: ProgramRecord | undefined, locale: Locale): Promise<Submission<ProgramForm>> {
    const action = textOf(body, 'do');
    const form = readProgramForm(body);
    if (isRowAction(action)) return { form: { ...form, partners: changePartners(form.partners, action) }, errors: {}, status: 200 };
    const checked = checkProgram(form, locale);
    if ('errors' in checked) return { form, errors: checked.errors, status: 422 };
    try {
      const id = stored ? await this.change(actor, stored, form, checked.content) : await this.createProgram.run(actor, checked.content);
      return { goTo: `${paths.program(id)}?saved=yes` };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'stale') throw error;
      return this.overtaken(actor, stored!.id, form, locale);
    }
  }

  /** A form that says what is stored already changes nothing: the calls of a programme are stamped anew with it. */
  private async change(actor: Actor, stored: ProgramRecord, form: ProgramForm, content: ProgramContent): Promise<string> {
    const before = toProgramCommand(fromProgram(stored));
    if (JSON.stringify(before) !== JSON.stringify(toProgramCommand(form))) {
      await this.changeProgram.run(actor, stored.id, Number(form.version), content);
    }
    return stored.id;
  }

  private async overtaken(actor: Actor, id: string, form: ProgramForm, locale: Locale): Promise<Submission<ProgramForm>> {
    const current = await this.page.stored(actor, id);
    const t = texts(locale);
    const labels = differingFields(form, fromProgram(current)).map((name) => programFieldLabel(t, name) ?? name);
    const errors = { '': t.editor.overtaken([...new Set(labels)].join('; ')) };
    return { form: { ...form, version: String(current.version) }, errors, status: PROBLEM_STATUS.stale };
  }
}

function checkProgram(form: ProgramForm, locale: Locale): { content: ProgramContent } | { errors: FieldErrors } {
  const read = toProgramCommand(form);
  if ('faults' in read) return { errors: faultTexts(read.faults, locale) };
  const faults = faultsOf(() => asDto(read.command));
  if (faults.length === 0) return { content: toProgramContent(asDto(read.command)) };
  const errors: Record<string, string> = {};
  for (const fault of faults) errors[programFieldOf(fault.pointer)] ??= faultDetail(fault, locale);
  return { errors };
}
