import type { CallCommand } from '@app/funding/call-command.js';
import { readCallCommand } from '@app/funding/call-command.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { CreateCallDto } from '../../api/calls/call.dto.js';
import { toCallCommand } from '../../api/calls/call.mapper.js';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { ValidationPipe } from '../../edge/validation/validation.pipe.js';
import type { FieldErrors } from '../pieces/form-values.js';
import type { CallForm } from './call-form.js';
import { type CallBody, toCallCommand as toBody } from './call-form-to.js';
import { faultsByField } from './fault-fields.js';
import { faultTexts } from './form-reading.js';

const pipe = new ValidationPipe();

/** Faults of what `read` refuses; an error that is no refusal goes on. */
export function faultsOf(read: () => unknown): readonly Fault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.faults;
    throw error;
  }
}

const asDto = (body: CallBody) => pipe.transform(body, { type: 'body', metatype: CreateCallDto }) as CreateCallDto;

/**
 * What the editor entered as a command, or what is wrong with it by field: first what no reader could make sense of, then everything
 * that the interface would refuse and that rule and deadlines get wrong.
 */
export function checkCall(form: CallForm, locale: Locale): { command: CallCommand } | { errors: FieldErrors } {
  const read = toBody(form);
  if ('faults' in read) return { errors: faultTexts(read.faults, locale) };
  const { rule, deadlines } = read.command;
  const faults = [...faultsOf(() => asDto(read.command)), ...faultsOf(() => readCallCommand({ rule, deadlines }))];
  if (faults.length > 0) return { errors: faultsByField(faults, form, (fault) => faultDetail(fault, locale)) };
  return { command: toCallCommand(asDto(read.command)) };
}
