import type { Schedule } from '@app/deadlines/deadline.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { markClosings } from '@app/funding/closing-marks.js';
import { aCall, anAuthority, stateOf } from '@app/matching/imagined-state.fixture.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { planCopies } from '@app/reminders/copies/copy.js';
import { decideRelease } from '@app/reminders/decide-release.js';
import type { DueOfPeople } from '@app/reminders/due-of-people.js';
import { letterDayKey } from '@app/reminders/due-of-people.js';
import type { LeadChoice } from '@app/reminders/leads/lead-choice.js';
import type { LedgerRow } from '@app/reminders/ledger.query.js';
import { objectionTo } from '@app/reminders/objection.js';
import type { PlannedReminder } from '@app/reminders/plan.js';
import { planAll } from '@app/reminders/plan-all.js';
import { DEFAULT_PREFERENCE, type ReminderPreference } from '@app/reminders/preference.js';
import type { Recipient } from '@app/reminders/recipients.query.js';
import type { StandIn } from '@app/tracking/absence/stand-ins.query.js';
import type { Standing } from '@app/tracking/standings.query.js';
import { personOf } from './expected-mails.js';
import {
  BEGINNING,
  CALLS,
  type CallName,
  CLOSES_AT_FIRST,
  dayOf,
  instantOf,
  PEOPLE,
  type Person,
  RECIPIENTS,
  type RecipientName,
  type Step,
  type World,
  ZONE,
} from './history.js';

type Entry = PlannedReminder & { readonly id: string; state: 'planned' | 'sent' | 'skipped'; reason?: string; updatedAt: Temporal.Instant };

const START = instantOf(0, '08:00');
const AUTHORITIES = {
  dueren: anAuthority('DE:05358008', 93_207, { id: 'dueren', territory: 'DE-05358008' }),
  muenster: anAuthority('DE:05515000', 320_946, { id: 'muenster', territory: 'DE-05515000' }),
};
const REGISTERED = stateOf(AUTHORITIES.dueren, AUTHORITIES.muenster);

/**
 * The product's own planning, choosing, looking again and addressing, over a ledger in memory instead of PostgreSQL: thousands of histories in
 * seconds. What the tables do (write-plan.ts, due-of-people.ts) is said again here; the database's own test is in-the-database.spec.ts.
 */
export class MemoryHouse implements World {
  readonly sent: string[] = [];
  private state: MatchingState = REGISTERED;
  private readonly calls = new Map<CallName, CallRecord>();
  private readonly preferences = new Map<Person, ReminderPreference>(PEOPLE.map((person) => [person, DEFAULT_PREFERENCE]));
  private readonly standings = new Map<RecipientName, Map<string, Standing>>(RECIPIENTS.map((who) => [who, new Map()]));
  private readonly choices = new Map<RecipientName, Map<string | null, LeadChoice>>(RECIPIENTS.map((who) => [who, new Map()]));
  private readonly memberSince = new Map<RecipientName, Temporal.Instant>(RECIPIENTS.map((who) => [who, START]));
  private readonly away = new Map<Person, Temporal.PlainDate>();
  private readonly ledger = new Map<string, Entry>();
  private readonly letterDays = new Set<string>();
  private revision = 1n;
  private isPlanned = false;

  constructor() {
    for (const call of CALLS) this.put(call, dayOf(CLOSES_AT_FIRST[call]), START);
  }

  apply(step: Step, at: Temporal.Instant): void {
    this.isPlanned = false;
    this.change(step, at);
  }

  work(at: Temporal.Instant): void {
    if (!this.isPlanned) this.plan(at);
    this.isPlanned = true;
    // a letter waits some seconds for what else may be planned just now
    for (const person of PEOPLE) this.release(person, at.add({ minutes: 1 }));
  }

  private plan(now: Temporal.Instant): void {
    const recipients = this.recipients();
    const planned = planAll(this.state, recipients, {}, now);
    const wanted = new Set(planned.map(keyOf));
    for (const [key, entry] of this.ledger) {
      if (entry.state !== 'planned' || wanted.has(key)) continue;
      const recipient = recipients.find(({ personId, authorityId }) => personId === entry.personId && authorityId === entry.authorityId);
      this.skip(entry, objectionTo(rowOf(entry), recipient, this.state, now) ?? 'plan-changed', now);
    }
    for (const reminder of planned) this.write(reminder, now);
  }

  private write(reminder: PlannedReminder, now: Temporal.Instant): void {
    const key = keyOf(reminder);
    const before = this.ledger.get(key);
    if (before?.state === 'sent' || (before?.state === 'skipped' && before.reason === 'superseded')) return;
    if (before?.state === 'planned' && before.dueAt.equals(reminder.dueAt)) return;
    this.ledger.set(key, { ...reminder, id: key, state: 'planned', updatedAt: now });
  }

  private release(personId: Person, now: Temporal.Instant): void {
    const own = [...this.ledger.values()].filter((entry) => entry.personId === personId);
    const due = own.filter(({ state, dueAt }) => state === 'planned' && Temporal.Instant.compare(dueAt, now) <= 0);
    if (due.length === 0) return;
    const recipients = this.recipients().filter((recipient) => recipient.personId === personId);
    const found = this.dueOf(personId, due, own, now);
    const decided = decideRelease({ personId, due: due.map(rowOf), found, recipients, state: this.state }, now);
    if (decided === 'waits') return;
    for (const { id, reason } of decided.skipped) this.skip(this.ledger.get(id)!, reason, now);
    for (const { reminders, day } of decided.letters) {
      this.letterDays.add(letterDayKey(personId, day));
      for (const { id } of reminders) this.send(this.ledger.get(id)!, now);
    }
  }

  private dueOf(personId: Person, due: readonly Entry[], own: readonly Entry[], now: Temporal.Instant): DueOfPeople {
    const sent = own.filter(({ state }) => state === 'sent');
    const isOvertaken = (entry: Entry) =>
      sent.some((other) => closingOf(other) === closingOf(entry) && Temporal.Instant.compare(other.dueAt, entry.dueAt) >= 0);
    const ahead = own.filter(({ state, dueAt }) => state === 'planned' && Temporal.Instant.compare(dueAt, now) > 0);
    const [next] = ahead.map(({ dueAt }) => dueAt).toSorted(Temporal.Instant.compare);
    return {
      due: new Map([[personId, due.map(rowOf)]]),
      overtaken: new Set(due.filter(isOvertaken).map(({ id }) => id)),
      nextAt: new Map(next ? [[personId, next]] : []),
      letterDays: this.letterDays,
    };
  }

  private send(entry: Entry, now: Temporal.Instant): void {
    entry.state = 'sent';
    const { personId, authorityId, callId, closesOn, lead, unit } = entry;
    const readers = new Map(
      PEOPLE.map((id) => [
        id,
        {
          id,
          name: id,
          language: 'de' as const,
          addresses: [`${id}@x`],
          isStopped: this.preferences.get(id)!.stoppedAt !== null,
        },
      ]),
    );
    const letter = { personId, email: `${personId}@x`, authorityIds: [authorityId] };
    for (const copy of planCopies(letter, this.standIns(authorityId, now), readers))
      this.sent.push([copy.personId, `${personId}@${authorityId}`, callId, closesOn, lead, unit].join(' '));
  }

  private standIns(authorityId: string, now: Temporal.Instant): StandIn[] {
    const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
    const isAway = (person: Person) => Temporal.PlainDate.compare(this.away.get(person) ?? BEGINNING.subtract({ days: 1 }), today) >= 0;
    return PEOPLE.filter(isAway).map((personId) => {
      const deputyId = personId === 'anke' ? 'ben' : 'anke';
      const deputyActs = this.memberSince.has(`${deputyId}@${authorityId}` as RecipientName);
      return {
        personId,
        authorityId,
        until: this.away.get(personId)!.toString(),
        alsoToMe: false,
        deputyId,
        deputyActs,
        deputyIsAbsent: isAway(deputyId),
      };
    });
  }

  private recipients(): Recipient[] {
    return [...this.memberSince].map(([who, memberSince]) => {
      const authorityId = who.split('@')[1] as keyof typeof AUTHORITIES;
      return {
        personId: personOf(who),
        authorityId,
        ordinal: authorityId === 'dueren' ? 0 : 1,
        memberSince,
        preference: this.preferences.get(personOf(who))!,
        isSuspended: false,
        coveredDays: [],
        standings: this.standings.get(who)!,
        leadChoices: this.choices.get(who)!,
      };
    });
  }

  private change(step: Step, at: Temporal.Instant): unknown {
    switch (step.kind) {
      case 'move':
        return this.calls.get(step.call)!.state === 'published' && this.put(step.call, dayOf(step.to), at);
      case 'withdraw':
        return this.publish({ ...this.calls.get(step.call)!, state: 'withdrawn', withdrawnAt: at }, step.call);
      case 'follow':
      case 'dismiss':
        return this.stand(step.who, step.call, step.kind === 'follow' ? 'followed' : 'dismissed', at);
      case 'drop':
        return this.stand(step.who, step.call, null, at);
      case 'choose':
        return this.prefer(step.person, { leads: step.leads, unit: step.unit, about: step.about, frequency: step.frequency }, at);
      case 'leads':
        return this.chooseLeads(step, at);
      case 'stop':
        return this.preferences.get(step.person)!.stoppedAt === null && this.prefer(step.person, { stoppedAt: at }, at);
      case 'resume':
        return this.preferences.get(step.person)!.stoppedAt !== null && this.prefer(step.person, { stoppedAt: null }, at);
      case 'leave':
        return this.memberSince.delete(step.who);
      case 'join':
        return this.memberSince.has(step.who) || this.memberSince.set(step.who, at);
      case 'away':
        return this.away.set(step.person, at.toZonedDateTimeISO(ZONE).toPlainDate().add({ days: step.days }));
      case 'nothing':
    }
  }

  private put(call: CallName, closes: Temporal.PlainDate, at: Temporal.Instant): void {
    const schedule: Schedule = { kind: 'fixed', closes: { date: closes.toString() } };
    const before = this.calls.get(call);
    const marks = markClosings(before?.deadlines[0]?.marks ?? [], schedule, at);
    const deadline = { id: call, stage: 'application', zone: ZONE, effect: 'excludes' as const, schedule, marks };
    const basis =
      before ?? aCall({ population: { atMost: 300_000 } }, { id: call, ordinal: CALLS.indexOf(call), state: 'published', publishedAt: at });
    this.publish({ ...basis, deadlines: [deadline], contentChangedAt: at }, call);
  }

  private publish(record: CallRecord, call: CallName): void {
    this.calls.set(call, record);
    this.revision += 1n;
    this.state = this.state.advance({ revision: this.revision, day: this.state.day, authorities: [], calls: [record] });
  }

  /** As TakeStance and DropStance write it. */
  private stand(who: RecipientName, callId: CallName, kind: 'followed' | 'dismissed' | null, at: Temporal.Instant): void {
    const own = this.standings.get(who)!;
    const before = own.get(callId);
    const ends = before?.kind === 'dismissed' && kind !== 'dismissed';
    const since = kind === null ? null : before?.kind === kind ? before.since : at;
    const [personId, authorityId] = [personOf(who), who.split('@')[1]!];
    own.set(callId, { personId, authorityId, callId, kind, since, dismissedUntil: ends ? at : (before?.dismissedUntil ?? null) });
  }

  private prefer(person: Person, change: Partial<ReminderPreference>, at: Temporal.Instant): void {
    const before = this.preferences.get(person)!;
    this.preferences.set(person, { ...before, ...change, version: before.version + 1, updatedAt: at });
  }

  private chooseLeads({ who, call, chosen }: Extract<Step, { kind: 'leads' }>, at: Temporal.Instant): void {
    const own = this.choices.get(who)!;
    if (chosen === null && !own.has(call)) return;
    own.set(call, { callId: call, chosen, version: (own.get(call)?.version ?? 0) + 1, updatedAt: at });
  }

  private skip(entry: Entry, reason: string, at: Temporal.Instant): void {
    Object.assign(entry, { state: 'skipped', reason, updatedAt: at });
  }
}

function keyOf({ personId, authorityId, callId, deadlineId, closesOn, lead, unit }: PlannedReminder): string {
  return [personId, authorityId, callId, deadlineId, closesOn, lead, unit].join(' ');
}

function closingOf({ authorityId, callId, deadlineId, closesOn }: PlannedReminder): string {
  return [authorityId, callId, deadlineId, closesOn].join(' ');
}

function rowOf({ id, personId, authorityId, callId, deadlineId, closesOn, lead, unit, dueAt, updatedAt }: Entry): LedgerRow {
  return { id, personId, authorityId, zone: ZONE, callId, deadlineId, closesOn, lead, unit, dueAt, updatedAt, letterId: null };
}
