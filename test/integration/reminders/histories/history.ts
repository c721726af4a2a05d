import type { LeadUnit } from '@app/deadlines/leads.js';
import type { About, Frequency } from '@app/reminders/preference.js';
import fc from 'fast-check';

/** Anke acts for Düren, which may apply, and for Münster, which is too large; Ben for Düren. Each stands in for the other. */
export const PEOPLE = ['anke', 'ben'] as const;
export type Person = (typeof PEOPLE)[number];
export const RECIPIENTS = ['anke@dueren', 'anke@muenster', 'ben@dueren'] as const;
export type RecipientName = (typeof RECIPIENTS)[number];
export const CALLS = ['one', 'two'] as const;
export type CallName = (typeof CALLS)[number];

export const BEGINNING = Temporal.PlainDate.from('2014-06-02');
export const CLOSES_AT_FIRST: Readonly<Record<CallName, number>> = { one: 40, two: 57 };
/** In days after the beginning. */
export const END = 100;
export const ZONE = 'Europe/Berlin';

export interface LeadsWish {
  readonly leads: readonly number[];
  readonly unit: LeadUnit;
}

/** What may happen. */
export type Step =
  | { readonly kind: 'move'; readonly call: CallName; readonly to: number }
  | { readonly kind: 'withdraw'; readonly call: CallName }
  | { readonly kind: 'follow' | 'dismiss' | 'drop'; readonly who: RecipientName; readonly call: CallName }
  | ({ readonly kind: 'choose'; readonly person: Person; readonly about: About; readonly frequency: Frequency } & LeadsWish)
  | { readonly kind: 'leads'; readonly who: RecipientName; readonly call: CallName | null; readonly chosen: LeadsWish | null }
  | { readonly kind: 'stop' | 'resume'; readonly person: Person }
  | { readonly kind: 'leave' | 'join'; readonly who: RecipientName }
  | { readonly kind: 'away'; readonly person: Person; readonly days: number }
  | { readonly kind: 'nothing' };

export interface Event {
  readonly step: Step;
  /** After the event before, the hour local. */
  readonly days: number;
  readonly hour: number;
  /** No worker ran since the event before. */
  readonly afterOutage: boolean;
}

export const dayOf = (offset: number): Temporal.PlainDate => BEGINNING.add({ days: offset });
export const instantOf = (offset: number, time: string): Temporal.Instant =>
  dayOf(offset)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();

const call = fc.constantFrom(...CALLS);
const who = fc.constantFrom(...RECIPIENTS);
const person = fc.constantFrom(...PEOPLE);
const wish = fc.record({
  leads: fc
    .uniqueArray(fc.constantFrom(30, 28, 21, 14, 10, 7, 5, 3, 2, 1, 0), { maxLength: 5 })
    .map((leads) => leads.sort((a, b) => b - a)),
  unit: fc.constantFrom('days' as const, 'working_days' as const),
});
const about = fc.constantFrom('eligible' as const, 'followed' as const);
const frequency = fc.constantFrom('immediate' as const, 'daily' as const, 'weekly' as const);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), call, to: fc.integer({ min: 3, max: 90 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), call }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('follow' as const, 'dismiss' as const, 'drop' as const), who, call }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(person, about, frequency, wish)
      .map(([person, about, frequency, leads]) => ({ kind: 'choose' as const, person, about, frequency, ...leads })),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('leads' as const), who, call: fc.option(call), chosen: fc.option(wish, { freq: 2 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('stop' as const, 'resume' as const), person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'join' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('away' as const), person, days: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'nothing' as const }) },
);

export const histories: fc.Arbitrary<Event[]> = fc.array(
  fc.record({ step, days: fc.integer({ min: 0, max: 12 }), hour: fc.integer({ min: 8, max: 18 }), afterOutage: fc.boolean() }),
  { minLength: 1, maxLength: 14 },
);

/** Something that can live through a history: the product, or what is expected of it. */
export interface World {
  apply(step: Step, at: Temporal.Instant): unknown;
  /** A worker plans what has changed and sends what is due. */
  work(at: Temporal.Instant): unknown;
}

/** Every morning a worker runs unless there is an outage, and some minutes after each event. */
export async function live(world: World, history: readonly Event[]): Promise<void> {
  let offset = 0;
  let hour = 8;
  for (const event of [...history, { step: { kind: 'nothing' as const }, days: END, hour: 18, afterOutage: false }]) {
    const isLaterToday = event.days === 0 && event.hour <= hour;
    const target = Math.min(END, offset + event.days + (isLaterToday ? 1 : 0));
    if (!event.afterOutage) for (let day = offset + 1; day <= target; day++) await world.work(instantOf(day, '07:00'));
    const at = instantOf(target, `${String(event.hour).padStart(2, '0')}:00`);
    await world.apply(event.step, at);
    await world.work(at.add({ minutes: 2 }));
    [offset, hour] = [target, event.hour];
    if (target === END) return;
  }
}
