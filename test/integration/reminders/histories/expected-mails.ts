import { leadDay } from '@app/deadlines/leads.js';
import { DEFAULT_CHOICE } from '@app/reminders/preference.js';
import {
  BEGINNING,
  CALLS,
  type CallName,
  CLOSES_AT_FIRST,
  dayOf,
  instantOf,
  type LeadsWish,
  PEOPLE,
  type Person,
  RECIPIENTS,
  type RecipientName,
  type Step,
  type World,
  ZONE,
} from './history.js';

interface Due {
  readonly who: RecipientName;
  readonly call: CallName;
  readonly lead: number;
  readonly dueAt: Temporal.Instant;
}

/**
 * What has to be sent, said as simply as it can be: a lead is told of on its day if just then its reader has wanted it all the time since; after an
 * outage only the nearest, and nothing of what is over. Knows no ledger, no plan and no queue.
 */
export class ExpectedMails implements World {
  /** "whom who call closes lead unit": whom differs from who while they are away. */
  readonly sent: string[] = [];
  private readonly closes = new Map<CallName, Temporal.PlainDate>(CALLS.map((call) => [call, dayOf(CLOSES_AT_FIRST[call])]));
  private readonly withdrawn = new Set<CallName>();
  private readonly stances = new Map<string, 'follow' | 'dismiss'>();
  private readonly choices = new Map(PEOPLE.map((person) => [person, DEFAULT_CHOICE]));
  private readonly leads = new Map<string, LeadsWish>();
  private readonly stopped = new Set<Person>();
  private readonly members = new Set<RecipientName>(RECIPIENTS);
  private readonly awayUntil = new Map<Person, Temporal.PlainDate>();
  /** Since when a closing has been wanted without a break. */
  private readonly wantedSince = new Map<string, Temporal.PlainDate>();
  /** Of each closing that was told of, how far. */
  private readonly toldUntil = new Map<string, Temporal.Instant>();
  /** Each lead of a closing once, for ever. */
  private readonly told = new Set<string>();
  private readonly lettersOn = new Set<string>();

  constructor() {
    this.watch(BEGINNING, () => undefined);
  }

  apply(step: Step, at: Temporal.Instant): void {
    const today = at.toZonedDateTimeISO(ZONE).toPlainDate();
    this.watch(today, () => this.change(step, today));
  }

  work(at: Temporal.Instant): void {
    for (const person of PEOPLE) {
      const today = at.toZonedDateTimeISO(ZONE).toPlainDate();
      const due = RECIPIENTS.filter((who) => personOf(who) === person).flatMap((who) =>
        CALLS.flatMap((call) => this.nearest(who, call, at)),
      );
      const canWait = due.every(({ call }) => Temporal.PlainDate.compare(this.closes.get(call)!, today.add({ days: 1 })) > 0);
      const hasHad = this.choices.get(person)!.frequency !== 'immediate' && this.lettersOn.has(`${person} ${today}`);
      if (due.length === 0 || (hasHad && canWait)) continue;
      this.lettersOn.add(`${person} ${today}`);
      for (const { who, call, lead, dueAt } of due) {
        this.sent.push([this.readerFor(who, today), this.leadKey(who, call, lead)].join(' '));
        this.told.add(this.leadKey(who, call, lead));
        this.toldUntil.set(`${who} ${call} ${this.closes.get(call)}`, dueAt);
      }
    }
  }

  /** Whatever was not wanted before and is now, or is wanted in another way, is wanted since today. */
  private watch(today: Temporal.PlainDate, change: () => unknown): void {
    const before = this.wishes();
    change();
    const after = this.wishes();
    for (const [key, wish] of after) if (before.get(key) !== wish || !this.wantedSince.has(key)) this.wantedSince.set(key, today);
  }

  private wishes(): Map<string, string> {
    const pairs = RECIPIENTS.flatMap((who) => CALLS.map((call) => [who, call] as const));
    return new Map(
      pairs
        .filter(([who, call]) => this.wants(who, call))
        .map(([who, call]) => [`${who} ${call}`, `${this.closes.get(call)} ${this.wayOf(who, call)}`]),
    );
  }

  private wants(who: RecipientName, call: CallName): boolean {
    const stance = this.stances.get(`${who} ${call}`);
    if (this.withdrawn.has(call) || !this.members.has(who) || this.stopped.has(personOf(who)) || stance === 'dismiss') return false;
    return stance === 'follow' || (who !== 'anke@muenster' && this.choices.get(personOf(who))!.about === 'eligible');
  }

  /** Identities, not values: choosing the same once more is a new choice. */
  private readonly ways = new Map<unknown, number>();
  private wayOf(who: RecipientName, call: CallName): string {
    const number = (way: unknown) => this.ways.get(way) ?? this.ways.set(way, this.ways.size).get(way);
    return `${number(this.leadsOf(who, call))} ${number(this.choices.get(personOf(who)))}`;
  }

  private leadsOf(who: RecipientName, call: CallName): LeadsWish {
    return this.leads.get(`${who} ${call}`) ?? this.leads.get(`${who} null`) ?? this.choices.get(personOf(who))!;
  }

  private nearest(who: RecipientName, call: CallName, now: Temporal.Instant): Due[] {
    const closes = this.closes.get(call)!;
    const isOver = Temporal.Instant.compare(closes.add({ days: 1 }).toZonedDateTime(ZONE).toInstant(), now) <= 0;
    if (!this.wants(who, call) || isOver) return [];
    const since = this.wantedSince.get(`${who} ${call}`)!;
    const told = this.toldUntil.get(`${who} ${call} ${closes}`);
    const { leads, unit } = this.leadsOf(who, call);
    const due = leads
      .map((lead) => ({ lead, day: this.sendingDay(who, leadDay(closes, lead, unit, 'DE-NW'), since) }))
      .filter(({ lead, day }) => Temporal.PlainDate.compare(day, since) >= 0 && !this.told.has(this.leadKey(who, call, lead)))
      .map(({ lead, day }) => ({ who, call, lead, dueAt: instantOf(BEGINNING.until(day).days, '07:00') }))
      .filter(({ dueAt }) => Temporal.Instant.compare(dueAt, now) <= 0 && (!told || Temporal.Instant.compare(dueAt, told) > 0));
    return due.length === 0 ? [] : [due.reduce((one, other) => (isNearer(one, other) ? one : other))];
  }

  private leadKey(who: RecipientName, call: CallName, lead: number): string {
    return [who, call, this.closes.get(call), lead, this.leadsOf(who, call).unit].join(' ');
  }

  private sendingDay(who: RecipientName, day: Temporal.PlainDate, since: Temporal.PlainDate): Temporal.PlainDate {
    if (this.choices.get(personOf(who))!.frequency !== 'weekly') return day;
    const monday = day.subtract({ days: day.dayOfWeek - 1 });
    return Temporal.PlainDate.compare(monday, since) < 0 ? day : monday;
  }

  private readerFor(who: RecipientName, today: Temporal.PlainDate): string {
    const person = personOf(who);
    const deputy = person === 'anke' ? 'ben' : 'anke';
    const isAway = (someone: Person) =>
      Temporal.PlainDate.compare(this.awayUntil.get(someone) ?? BEGINNING.subtract({ days: 1 }), today) >= 0;
    const canStandIn = who !== 'anke@muenster' && this.members.has(`${deputy}@dueren`) && !this.stopped.has(deputy) && !isAway(deputy);
    return isAway(person) && canStandIn ? deputy : person;
  }

  private change(step: Step, today: Temporal.PlainDate): unknown {
    switch (step.kind) {
      case 'move':
        return this.withdrawn.has(step.call) || this.closes.set(step.call, dayOf(step.to));
      case 'withdraw':
        return this.withdrawn.add(step.call);
      case 'follow':
      case 'dismiss':
        return this.stances.set(`${step.who} ${step.call}`, step.kind);
      case 'drop':
        return this.stances.delete(`${step.who} ${step.call}`);
      case 'choose':
        return this.choices.set(step.person, { leads: step.leads, unit: step.unit, about: step.about, frequency: step.frequency });
      case 'leads':
        return this.changeLeads(`${step.who} ${step.call}`, step.chosen);
      case 'stop':
        return this.stopped.add(step.person);
      case 'resume':
        return this.stopped.delete(step.person);
      case 'leave':
        return this.members.delete(step.who);
      case 'join':
        return this.members.add(step.who);
      case 'away':
        return this.awayUntil.set(step.person, today.add({ days: step.days }));
      case 'nothing':
    }
  }

  private changeLeads(key: string, chosen: LeadsWish | null): void {
    if (chosen) this.leads.set(key, { ...chosen });
    else this.leads.delete(key);
  }
}

export function personOf(who: RecipientName): Person {
  return who.split('@')[0] as Person;
}

function isNearer(one: Due, other: Due): boolean {
  return Temporal.Instant.compare(one.dueAt, other.dueAt) > 0 || (one.dueAt.equals(other.dueAt) && one.lead < other.lead);
}
