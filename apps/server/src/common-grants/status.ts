import type { CallState } from '@app/deadlines/call-status.js';
import { statusWord } from '@app/deadlines/words/names.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Status } from './opportunity.js';

const WITHDRAWN: Record<Locale, string> = { de: 'zurückgezogen', en: 'withdrawn' };

function statusOf(call: CallRecord, { status }: CallState, locale: Locale, known: Readonly<Record<string, Status['value']>>): Status {
  if (call.state === 'withdrawn') return { value: 'custom', customValue: 'withdrawn', description: WITHDRAWN[locale] };
  const value = known[status];
  const description = statusWord(status, locale);
  return value ? { value, description } : { value: 'custom', customValue: status, description };
}

/** An opportunity's, by its current round. */
export function opportunityStatus(call: CallRecord, state: CallState, locale: Locale): Status {
  return statusOf(call, state, locale, { upcoming: 'forecasted', open: 'open', closed: 'closed' });
}

/** A competition is never `forecasted` in the standard: what has not begun is `custom`. */
export function competitionStatus(call: CallRecord, state: CallState, locale: Locale): Status {
  return statusOf(call, state, locale, { open: 'open', closed: 'closed' });
}
