import type { PersonView } from '@app/accounts/person-view.js';
import type { Actor } from '@app/kernel/actor.js';
import { dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { ChooseLeads } from '@app/reminders/leads/choose-leads.js';
import { EnterAbsence } from '@app/tracking/absence/enter-absence.js';
import { DropStance } from '@app/tracking/drop-stance.js';
import { TakeStance } from '@app/tracking/take-stance.js';
import fc from 'fast-check';
import { DUEREN, MUENSTER, ReminderHouse } from '../reminder-house.js';
import { ExpectedMails } from './expected-mails.js';
import {
  CALLS,
  type CallName,
  CLOSES_AT_FIRST,
  dayOf,
  type Event,
  histories,
  instantOf,
  live,
  type Person,
  type Step,
  type World,
  ZONE,
} from './history.js';

const TOWNS = { dueren: DUEREN, muenster: MUENSTER } as const;

/** The whole product but for HTTP and SMTP: use cases, PostgreSQL, planning, binding, looking again, sending. */
class DatabaseHouse implements World {
  /** What happened: steps that the product refused are none. */
  readonly steps: Step[] = [];
  private readonly calls = new Map<CallName, string>();
  private readonly people = new Map<Person, PersonView>();
  private readonly members = new Map<Person, Set<keyof typeof TOWNS>>([
    ['anke', new Set(['dueren', 'muenster'])],
    ['ben', new Set(['dueren'])],
  ]);

  private constructor(private readonly house: ReminderHouse) {}

  static async open(house: ReminderHouse): Promise<DatabaseHouse> {
    const world = new DatabaseHouse(house);
    house.at(instantOf(0, '08:00').toString());
    for (const [person, towns] of world.members) world.people.set(person, await house.employ(...[...towns].map((town) => TOWNS[town])));
    for (const call of CALLS) {
      const schedule = { kind: 'fixed', closes: { date: dayOf(CLOSES_AT_FIRST[call]).toString() } };
      world.calls.set(call, await house.publish({ deadlines: [{ stage: 'application', zone: ZONE, effect: 'excludes', schedule }] }));
    }
    return world;
  }

  async apply(step: Step, at: Temporal.Instant): Promise<void> {
    this.house.at(at.toString());
    const isDone = await this.change(step).then(
      () => true,
      (error: unknown) => (error instanceof DomainError ? false : Promise.reject(error)),
    );
    this.steps.push(isDone ? step : { kind: 'nothing' });
    await this.house.plan();
  }

  async work(at: Temporal.Instant): Promise<void> {
    this.house.at(at.add({ minutes: 1 }).toString());
    await this.house.release();
    // a copy for a deputy is a job of its own
    for (let tries = 0; tries < 5 && (await this.house.boundLetters()).length > 0; tries += 1) await this.house.sendBound();
  }

  async sent(): Promise<string[]> {
    const names = new Map([...this.people].map(([name, { id }]) => [id, name]));
    const calls = new Map([...this.calls].map(([name, id]) => [id, name]));
    const towns = new Map(Object.entries(TOWNS).map(([name, { id }]) => [id as string, name]));
    const found = await this.house.database.sql<Record<'reader' | 'person' | 'authority' | 'call' | 'closes' | 'lead' | 'unit', string>>(
      `select coalesce(c.person_id, r.person_id) as reader, r.person_id as person, r.authority_id as authority, r.call_id as call,
         r.closes_on::text as closes, r.lead, r.unit
       from reminder r left join letter_copy c on c.letter_id = r.letter_id and c.state = 'sent' and r.authority_id = any (c.authority_ids)
       where r.state = 'sent'`,
    );
    return found.map(({ reader, person, authority, call, closes, lead, unit }) =>
      [names.get(reader), `${names.get(person)}@${towns.get(authority)}`, calls.get(call), closes, lead, unit].join(' '),
    );
  }

  private actor(person: Person): Actor {
    return { kind: 'person', id: this.people.get(person)!.id, roles: ['staff'], authorityIds: [DUEREN.id, MUENSTER.id] };
  }

  private async change(step: Step): Promise<unknown> {
    const { transactions, jobs } = this.house.hand;
    const { clock } = this.house;
    switch (step.kind) {
      case 'move':
        return this.house.amend(this.calls.get(step.call)!, dayOf(step.to).toString());
      case 'withdraw':
        return this.house.withdraw(this.calls.get(step.call)!);
      case 'follow':
      case 'dismiss':
      case 'drop': {
        const { actor, key } = this.placeOf(step.who);
        const callId = this.calls.get(step.call)!;
        const version = await this.versionOf('stance', actor.id, step.who, callId);
        if (step.kind === 'drop') return new DropStance(transactions, clock, jobs).run(actor, key, callId, version ?? 0);
        const wish = step.kind === 'follow' ? ({ kind: 'followed' } as const) : ({ kind: 'dismissed', reason: 'other' } as const);
        return new TakeStance(transactions, clock, jobs).run(actor, key, callId, wish, version);
      }
      case 'choose': {
        const [row] = await this.house.database.sql<{ version: number }>('select version from reminder_preference where person_id = $1', [
          this.actor(step.person).id,
        ]);
        const { leads, unit, about, frequency } = step;
        return this.house
          .preferences()
          .run(this.actor(step.person), this.actor(step.person).id, row?.version, { leads, unit, about, frequency });
      }
      case 'leads': {
        const { actor, key } = this.placeOf(step.who);
        const callId = step.call && this.calls.get(step.call)!;
        const version = await this.versionOf('lead_choice', actor.id, step.who, callId);
        const choose = new ChooseLeads(transactions, clock, jobs);
        const place = { personId: actor.id, key, callId };
        return step.chosen ? choose.choose(actor, place, version, step.chosen) : choose.inherit(actor, place, version ?? 0);
      }
      case 'stop':
      case 'resume':
        return this.house.preferences().setStopped(this.actor(step.person), this.actor(step.person).id, step.kind === 'stop');
      case 'leave':
      case 'join': {
        const [person, town] = step.who.split('@') as [Person, keyof typeof TOWNS];
        const towns = this.members.get(person)!;
        if (step.kind === 'leave') towns.delete(town);
        else towns.add(town);
        return this.house.move(this.people.get(person)!, ...[...towns].map((each) => TOWNS[each]));
      }
      case 'away':
        return this.leaveUntil(step.person, dayAt(clock.now(), ZONE).add({ days: step.days }).toString());
      case 'nothing':
    }
  }

  /** Each stands in for the other in Düren; whoever is away already comes back on another day. */
  private async leaveUntil(person: Person, until: string): Promise<unknown> {
    const { transactions, jobs } = this.house.hand;
    const enter = new EnterAbsence(transactions, this.house.clock, jobs);
    const actor = this.actor(person);
    const from = dayAt(this.house.now(), ZONE).toString();
    const [current] = await this.house.database.sql<{ id: string; version: number }>(
      'select id, version from absence where person_id = $1 and $2::date between from_day and until_day',
      [actor.id, from],
    );
    if (current) return enter.change(actor, DUEREN.key, current.id, current.version, { until });
    const deputy = this.people.get(person === 'anke' ? 'ben' : 'anke')!.id;
    return enter.run(actor, DUEREN.key, { from, until, deputy, alsoToMe: false });
  }

  private placeOf(who: string) {
    const [person, town] = who.split('@') as [Person, keyof typeof TOWNS];
    return { actor: this.actor(person), key: TOWNS[town].key };
  }

  private async versionOf(
    table: 'stance' | 'lead_choice',
    personId: string,
    who: string,
    callId: string | null,
  ): Promise<number | undefined> {
    const { id } = TOWNS[who.split('@')[1] as keyof typeof TOWNS];
    const [row] = await this.house.database.sql<{ version: number }>(
      `select version from ${table} where person_id = $1 and authority_id = $2 and call_id is not distinct from $3`,
      [personId, id, callId],
    );
    return row?.version;
  }
}

describe('in the database', () => {
  let readByDeputies = 0;
  afterAll(() => expect(readByDeputies).toBeGreaterThan(0));

  it.each(
    fc
      .sample(
        histories.filter((history) => history.length > 6 && history.some(({ step }) => step.kind === 'away')),
        { numRuns: 6, seed: 20140725 },
      )
      .map((history, number) => [number, history] as const),
  )(
    'history %i ends as expected',
    async (_, history) => {
      const house = await ReminderHouse.open();
      try {
        const world = await DatabaseHouse.open(house);
        await live(world, history);
        const happened = history.map((event, index): Event => ({ ...event, step: world.steps[index] ?? { kind: 'nothing' } }));
        const expected = new ExpectedMails();
        await live(expected, happened);
        const sent = await world.sent();
        expect(sent.toSorted()).toEqual(expected.sent.toSorted());
        readByDeputies += sent.filter((line) => !line.startsWith(`${line.split(/[ @]/)[1]} `)).length;
      } finally {
        await house.close();
      }
    },
    120_000,
  );
});
