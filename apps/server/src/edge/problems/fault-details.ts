import { faultText as ruleFaultText } from '@app/eligibility/fault-texts.js';
import type { Fault } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { textOf } from '@app/kernel/reason.js';
import { FAULT_TEXTS, type FaultCode } from '../validation/fault-texts.js';

function valueFaultText({ code, params = {} }: Fault, locale: Locale): string | undefined {
  if (!Object.hasOwn(FAULT_TEXTS[locale], code)) return undefined;
  return textOf(FAULT_TEXTS, { code: code as FaultCode, params }, locale);
}

/** Each names the codes that it knows; a code that two know has the same parameters in both. */
const KNOWN: readonly ((fault: Fault, locale: Locale) => string | undefined)[] = [valueFaultText, ruleFaultText];

/** What a person reads of a fault: its own text, else that of its code, else the bare code. */
export function faultDetail(fault: Fault, locale: Locale): string {
  if (fault.detail) return fault.detail;
  for (const text of KNOWN) {
    const found = text(fault, locale);
    if (found !== undefined) return found;
  }
  return fault.code;
}
