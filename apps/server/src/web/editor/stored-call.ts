import { statedOf } from '@app/funding/call-deadline.js';
import { type CallRecord, presentDeadlines } from '@app/funding/call-record.js';
import type { Locale } from '@app/kernel/locale.js';
import { type CallForm, fromCall } from './call-form.js';

/** A stored call as its form shows it: with its own title and partners, not with those that come from the programme. */
export function formOf(call: CallRecord, locale: Locale): CallForm {
  return fromCall(
    { ...call, programId: call.program.id, title: call.ownTitle, deadlines: presentDeadlines(call).map(statedOf), partners: call.partners },
    locale,
  );
}
