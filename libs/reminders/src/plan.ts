import { type LeadUnit, leadDay } from '@app/deadlines/leads.js';
import { dayAt } from '@app/kernel/clock.js';
import type { ClosingAhead } from './closings-ahead.js';
import type { Interest } from './interest.js';
import type { LeadsInForce } from './leads/lead-choice.js';
import type { Frequency } from './preference.js';
import { isReachedOn } from './reach.js';
import type { Recipient } from './recipients.query.js';

/** A reminder as the plan wants it. Person, authority, deadline, closing day, lead, unit and kind make it what it is, for ever. */
export interface PlannedReminder {
  readonly personId: string;
  readonly authorityId: string;
  readonly callId: string;
  readonly deadlineId: string;
  readonly closing: number;
  /** The day as the call names it; a weekend rule does not move reminders. */
  readonly closesOn: string;
  readonly lead: number;
  readonly unit: LeadUnit;
  readonly kind: 'closing';
  readonly dueAt: Temporal.Instant;
}

export const MORNING = Temporal.PlainTime.from('07:00');

/** Somebody whom a call concerns, where their authority lies. */
export interface Reader {
  readonly recipient: Recipient;
  readonly interest: Interest;
  readonly leads: LeadsInForce;
  /** IANA name. */
  readonly zone: string;
  /** Whose holidays their working days leave out; of no matter where leads are days. */
  readonly region: string | undefined;
}

/** What `reader` is to hear of one closing ahead: at 07:00 where they are, on both days of a clock change too. */
export function planFor(reader: Reader, ahead: ClosingAhead, now: Temporal.Instant): PlannedReminder[] {
  const { recipient, leads, zone, region } = reader;
  const { personId, authorityId, preference } = recipient;
  if (preference.stoppedAt !== null || (recipient.isSuspended && recipient.coveredDays.length === 0)) return [];
  const latest = subscribedSince(reader, ahead, now);
  const key = `${latest.epochMilliseconds} ${zone} ${region} ${preference.frequency} ${leads.unit} ${leads.leads}`;
  const shared = remembered(ahead, key, () => reckon(reader, ahead, dayAt(latest, zone)));
  const reaching = recipient.isSuspended ? shared.filter(({ dueAt }) => isReachedOn(recipient, dayAt(dueAt, zone))) : shared;
  return reaching.map((reminder) => ({ personId, authorityId, ...reminder }));
}

/** The same for everybody who has the same wishes in the same zone. */
type SharedReminder = Omit<PlannedReminder, 'personId' | 'authorityId'>;

// Reckoning with days costs more than all the rest, and of thousands of readers most have the same wishes.
const reckoned = new WeakMap<ClosingAhead, Map<string, readonly SharedReminder[]>>();

function remembered(ahead: ClosingAhead, key: string, reckonAnew: () => readonly SharedReminder[]): readonly SharedReminder[] {
  const known = reckoned.get(ahead) ?? new Map<string, readonly SharedReminder[]>();
  reckoned.set(ahead, known);
  const found = known.get(key) ?? reckonAnew();
  known.set(key, found);
  return found;
}

function reckon({ recipient, leads, zone, region }: Reader, ahead: ClosingAhead, since: Temporal.PlainDate): SharedReminder[] {
  const { call, deadline, closing, mark } = ahead;
  const closesOn = closing.day.toString();
  const named = { callId: call.id, deadlineId: deadline.id, closing: mark, closesOn, unit: leads.unit, kind: 'closing' as const };
  const planned = leads.leads.flatMap((lead): SharedReminder[] => {
    const day = sendingDay(leadDay(closing.day, lead, leads.unit, region), recipient.preference.frequency, since);
    if (Temporal.PlainDate.compare(day, since) < 0) return [];
    const dueAt = day.toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant();
    return Temporal.Instant.compare(dueAt, closing.closesAt) >= 0 ? [] : [{ ...named, lead, dueAt }];
  });
  return nearestOfEachDay(planned);
}

/** Leads that fall together, in a weekly letter say, are one reminder: what is planned is what is sent. The longest lead comes first. */
function nearestOfEachDay(planned: readonly SharedReminder[]): SharedReminder[] {
  return planned.filter(({ dueAt }, index) => !planned[index + 1]?.dueAt.equals(dueAt));
}

/** Letters of the week come on its Monday. Where that was before anybody could know of the call, the lead's own day has to do. */
function sendingDay(day: Temporal.PlainDate, frequency: Frequency, since: Temporal.PlainDate): Temporal.PlainDate {
  if (frequency !== 'weekly') return day;
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return Temporal.PlainDate.compare(monday, since) < 0 ? day : monday;
}

/**
 * Leads before the day on which all this came together never fire: the call published, its date set, the person a member, the leads chosen,
 * the call followed (where only that brings them). A clock that was set back (--now) makes it today.
 */
function subscribedSince({ recipient, interest, leads }: Reader, { call, setAt }: ClosingAhead, now: Temporal.Instant): Temporal.Instant {
  const { memberSince, preference } = recipient;
  let latest = setAt;
  for (const beginning of [call.publishedAt, memberSince, preference.updatedAt, leads.since, interest.since])
    if (beginning !== null && Temporal.Instant.compare(latest, beginning) < 0) latest = beginning;
  return Temporal.Instant.compare(latest, now) < 0 ? latest : now;
}
