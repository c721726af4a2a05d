import type { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { PROBLEM_STATUS, PROBLEM_TEXTS } from '@app/kernel/problems.js';
import { textOf } from '@app/kernel/reason.js';
import { faultDetail } from './fault-details.js';

/** RFC 9457, with the faults of what was sent. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Of a fault of ours: the request's id, under which the log has it. */
  readonly instance?: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

export const PROBLEM_TYPE = 'application/problem+json';
/** Seconds after which a client may ask again. */
export const RETRY_AFTER = 30;

/** The problem in the reader's language: what is the case, and in `detail` what exactly, where more is known. */
export function problemOf(refusal: DomainError, locale: Locale, requestId?: string): Problem {
  const title = textOf(PROBLEM_TEXTS, refusal, locale);
  const errors = refusal.faults.map((fault) => ({ pointer: fault.pointer, code: fault.code, detail: faultDetail(fault, locale) }));
  const first = errors[0] && [errors[0].pointer, errors[0].detail].filter(Boolean).join(': ');
  return {
    type: `/problems/${refusal.code}`,
    title,
    status: PROBLEM_STATUS[refusal.code],
    detail: first ? `${title} ${first}` : title,
    ...(refusal.code === 'internal' && requestId && { instance: `urn:uuid:${requestId}` }),
    errors,
  };
}
