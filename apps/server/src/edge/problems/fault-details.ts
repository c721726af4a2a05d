import { deadlineFaultText } from '@app/deadlines/parsing/fault-texts.js';
import { faultText as ruleFaultText } from '@app/eligibility/fault-texts.js';
import type { Fault } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { PROBLEM_TEXTS, type ProblemCode } from '@app/kernel/problems.js';
import { textOf } from '@app/kernel/reason.js';
import { FAULT_TEXTS, type FaultCode } from '../validation/fault-texts.js';

type FaultText = (fault: Fault, locale: Locale) => string | undefined;

const valueFaultText: FaultText = ({ code, params = {} }, locale) =>
  Object.hasOwn(FAULT_TEXTS[locale], code) ? textOf(FAULT_TEXTS, { code: code as FaultCode, params }, locale) : undefined;

/** A problem that lies in one value ("unknown-authority" in a list of keys). */
const problemText: FaultText = ({ code, params = {} }, locale) =>
  Object.hasOwn(PROBLEM_TEXTS[locale], code) ? textOf(PROBLEM_TEXTS, { code: code as ProblemCode, params }, locale) : undefined;

/** Each knows its own codes; of a code that several know the first one's text counts. */
const KNOWN: readonly FaultText[] = [valueFaultText, ruleFaultText, deadlineFaultText, problemText];
/** libs/deadlines writes its English text into each fault: such a fault is its own, whoever else knows the code. */
const WITH_DETAIL: readonly FaultText[] = [deadlineFaultText];

/** What a person reads of a fault: the text of its code in their language, else the text that it brings, else the bare code. */
export function faultDetail(fault: Fault, locale: Locale): string {
  for (const text of fault.detail === undefined ? KNOWN : WITH_DETAIL) {
    const found = text(fault, locale);
    if (found !== undefined) return found;
  }
  return fault.detail ?? fault.code;
}
