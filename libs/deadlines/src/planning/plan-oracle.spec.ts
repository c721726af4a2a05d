import fc from 'fast-check';
import { isHoliday } from '../holidays.js';
import type { LeadStep } from './lead-step.js';
import type { Plan } from './plan.js';
import { planBackwards } from './plan-backwards.js';
import type { Sitting } from './sitting.js';

type Day = Temporal.PlainDate;
const FIRST = Temporal.PlainDate.from('2026-03-01');
const dayArb = (most: number) => fc.nat(most).map((offset) => FIRST.add({ days: offset }));
const NAMES = ['Rat', 'Finanzausschuss', 'Bauausschuss'];
const sittingArb: fc.Arbitrary<Sitting> = fc.record({ at: fc.nat(2), day: dayArb(120) }).map(({ at, day }) => ({
  kind: at === 0 ? 'council' : 'committee',
  name: NAMES[at]!,
  day,
}));
/** A step may be counted from those before it only: no circles. */
const stepsArb = fc
  .array(
    fc.record({
      origin: fc.constantFrom('deadline', 'council', 'committee', 'Finanzausschuss', 'step'),
      other: fc.nat(4),
      amount: fc.nat(30),
      unit: fc.constantFrom('days' as const, 'working_days' as const),
      after: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((raw) =>
    raw.map(({ origin, other, amount, unit, after }, at): LeadStep => {
      const base = { id: `s${at}`, name: { de: `s${at}` }, amount, unit };
      if (origin === 'step' && at > 0) return { ...base, from: { of: 'step', step: `s${other % at}` } };
      if (origin === 'deadline' || origin === 'step') return { ...base, from: { of: 'deadline' }, afterSittings: after };
      if (origin === 'council') return { ...base, from: { of: 'sitting', kind: 'council' } };
      return { ...base, from: { of: 'sitting', kind: 'committee', ...(origin === 'Finanzausschuss' && { name: origin }) } };
    }),
  );

/** Day by day, as with a finger on a wall calendar. */
function back(day: Day, amount: number, unit: string): Day {
  let at = day;
  for (let left = amount; left > 0; ) {
    at = at.subtract({ days: 1 });
    if (unit === 'days' || (at.dayOfWeek <= 5 && !isHoliday(at, 'DE-BY'))) left--;
  }
  return at;
}

/** The latest days over every way to choose sittings that keeps the rules; tries them all. */
function oracle(closing: Day, sittings: readonly Sitting[], steps: readonly LeadStep[]): Map<string, string> {
  const bodies = [...new Set(steps.flatMap(({ from }) => (from.of === 'sitting' ? [`${from.kind}/${from.name ?? ''}`] : [])))];
  const choices = bodies.map((body) => {
    const [kind, name] = body.split('/');
    return [undefined, ...sittings.filter((each) => each.kind === kind && (name === '' || each.name === name)).map(({ day }) => day)];
  });
  const latest = new Map<string, string>();
  const best = (key: string, day: Day | undefined) => {
    if (day && (latest.get(key) ?? '') < day.toString()) latest.set(key, day.toString());
  };
  for (const picked of combinations(choices)) {
    const at = new Map(bodies.map((body, index) => [body, picked[index]]));
    const dayOf = ({ from, amount, unit }: LeadStep): Day | undefined => {
      const base =
        from.of === 'deadline'
          ? closing
          : from.of === 'sitting'
            ? at.get(`${from.kind}/${from.name ?? ''}`)
            : dayOf(steps.find(({ id }) => id === from.step)!);
      return base && back(base, amount, unit);
    };
    const limits = [closing, ...steps.filter((step) => step.afterSittings).map((step) => dayOf(step)!)];
    const councils = bodies.filter((body) => body.startsWith('council')).flatMap((body) => at.get(body) ?? []);
    const isAllowed = bodies.every((body) => {
      const day = at.get(body);
      const bounds = body.startsWith('committee') ? [...limits, ...councils] : limits;
      return !day || bounds.every((bound) => Temporal.PlainDate.compare(day, bound) <= 0);
    });
    // A way without the council, although it could sit, is none: it would let committees sit after it.
    const isWhole = bodies.every(
      (body, index) =>
        body.startsWith('committee') ||
        at.get(body) ||
        !choices[index]!.some((day) => day && limits.every((limit) => Temporal.PlainDate.compare(day, limit) <= 0)),
    );
    if (!isAllowed || !isWhole) continue;
    for (const body of bodies) best(body, at.get(body));
    for (const step of steps) best(step.id, dayOf(step));
  }
  return latest;
}

function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((ways, list) => ways.flatMap((way) => list.map((each) => [...way, each])), [[]]);
}

function latestOf(plan: Plan): Map<string, string> {
  const known = new Map(plan.steps.flatMap(({ step, day }) => (day ? [[step.id, day.toString()]] : [])));
  for (const { body, sitting, problem } of plan.sittings) {
    const day = sitting?.day ?? (problem && 'day' in problem ? problem.day : undefined);
    if (day) known.set(`${body.kind}/${body.name ?? ''}`, day.toString());
  }
  return known;
}

describe('planning backwards', () => {
  it('finds the latest days that any choice of sittings allows', () => {
    fc.assert(
      fc.property(dayArb(150), fc.array(sittingArb, { maxLength: 6 }), stepsArb, (closing, sittings, steps) => {
        const plan = planBackwards({ closing, sittings, steps, today: FIRST, region: 'DE-BY' });
        expect(new Map([...latestOf(plan)].sort())).toEqual(new Map([...oracle(closing, sittings, steps)].sort()));
      }),
      { numRuns: 300 },
    );
  });

  it('is in time exactly when every sitting and every step lies ahead', () => {
    fc.assert(
      fc.property(dayArb(150), dayArb(150), fc.array(sittingArb, { maxLength: 6 }), stepsArb, (closing, today, sittings, steps) => {
        const plan = planBackwards({ closing, sittings, steps, today, region: 'DE-BY' });
        const known = latestOf(plan);
        const bodies = plan.sittings.map(({ body }) => `${body.kind}/${body.name ?? ''}`);
        const isAhead = [...bodies, ...steps.map(({ id }) => id)].every((key) => (known.get(key) ?? '') >= today.toString());
        expect(plan.state === 'in_time').toBe(isAhead);
      }),
      { numRuns: 300 },
    );
  });
});
