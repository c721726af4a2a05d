import type { PersonView } from '@app/accounts/person-view.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { ChooseLeads } from '@app/reminders/leads/choose-leads.js';
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
    await this.house.sendBound();
  }

  async sent(): Promise<string[]> {
    const names = new Map([...this.people].map(([name, { id }]) => [id, name]));
    const calls = new Map([...this.calls].map(([name, id]) => [id, name]));
    const towns = new Map(Object.entries(TOWNS).map(([name, { id }]) => [id as string, name]));
    const found = await this.house.database.sql<Record<'person' | 'authority' | 'call' | 'closes' | 'lead' | 'unit', string>>(
      `select person_id as person, authority_id as authority, call_id as call, closes_on::text as closes, lead, unit from reminder where state = 'sent'`,
    );
    return found.map(({ person, authority, call, closes, lead, unit }) => {
      const reader = names.get(person)!;
      return [reader, `${reader}@${towns.get(authority)}`, calls.get(call), closes, lead, unit].join(' ');
    });
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
      // who stands in for whom has its own test: deputies.spec.ts
      case 'away':
        throw new DomainError('invalid');
      case 'nothing':
    }
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
  it.each(
    fc
      .sample(
        histories.filter(({ length }) => length > 6),
        { numRuns: 5, seed: 20140725 },
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
        expect((await world.sent()).toSorted()).toEqual(expected.sent.toSorted());
      } finally {
        await house.close();
      }
    },
    120_000,
  );
});
