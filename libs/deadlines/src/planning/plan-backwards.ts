import { type LeadUnit, leadDay } from '../leads.js';
import { isWorkingDay, minusWorkingDays } from '../working-days.js';
import { type Choice, chooseSittings, earliest } from './choose-sittings.js';
import { type LeadStep, rootOf } from './lead-step.js';
import type { Plan, PlannedSitting, PlannedStep, PlanQuestion } from './plan.js';
import { type Body, bodyKey, type Sitting } from './sitting.js';

/**
 * The latest dates backwards from a deadline. The last sitting that is not too late is always the best one: every step before it then has its
 * latest day. Committees prepare what the council decides, so they sit on its day at the latest. Pure; today is an argument.
 */
export function planBackwards<S extends Sitting>(question: PlanQuestion<S>): Plan<S> {
  const fromDeadline = new Reckoning(question, () => undefined);
  const chosen = chooseSittings(question, limitOf(question, fromDeadline));
  const reckoning = new Reckoning(question, (body) => chosen.get(bodyKey(body))?.last?.day);
  const steps = question.steps.map((step) => plannedStep(step, reckoning.dayOf(step), question)).sort(byDay);
  const sittings = [...chosen.values()].map((choice) => plannedSitting(choice, steps, question));
  const passed = steps.some((step) => step.passed && !step.lostWith);
  const state = sittings.some(({ problem }) => problem) ? 'no_sitting' : passed ? 'missed' : 'in_time';
  return { state, closing: question.closing, sittings, steps };
}

/** Days of steps, each found once. */
class Reckoning {
  constructor(
    private readonly question: Pick<PlanQuestion, 'closing' | 'steps' | 'region'>,
    private readonly sittingOf: (body: Body) => Temporal.PlainDate | undefined,
  ) {}

  dayOf({ amount, unit, from }: LeadStep): Temporal.PlainDate | undefined {
    const { closing, steps, region } = this.question;
    if (from.of === 'deadline') return leadDay(closing, amount, unit, region);
    if (from.of === 'sitting') return this.before(this.sittingOf(from), amount, unit);
    const other = steps.find(({ id }) => id === from.step);
    return other && this.before(this.dayOf(other), amount, unit);
  }

  private before(day: Temporal.PlainDate | undefined, amount: number, unit: LeadUnit): Temporal.PlainDate | undefined {
    return day && leadDay(day, amount, unit, this.question.region);
  }
}

/** The last day on which anybody may decide: before whatever can only follow that. */
function limitOf({ closing, endsWithinDay, steps }: PlanQuestion, reckoning: Reckoning): Temporal.PlainDate {
  const last = endsWithinDay ? closing.subtract({ days: 1 }) : closing;
  const following = steps.filter(({ afterSittings }) => afterSittings).map((step) => reckoning.dayOf(step));
  return earliest([last, ...following.filter((day) => day !== undefined)]);
}

function plannedSitting<S extends Sitting>(
  { body, limit, known, last }: Choice<S>,
  steps: readonly PlannedStep[],
  { today }: PlanQuestion<S>,
): PlannedSitting<S> {
  if (known.length === 0) return { body, limit, problem: { code: 'none-entered' } };
  if (!last) return { body, limit, problem: { code: 'none-before', next: earliest(known.map(({ day }) => day)) } };
  if (Temporal.PlainDate.compare(last.day, today) < 0) return { body, limit, problem: { code: 'over', day: last.day } };
  const missed = steps.find(({ passed, lostWith }) => passed && lostWith === bodyKey(body));
  if (missed) return { body, limit, problem: { code: 'too-late', day: last.day, step: missed.step.id, due: missed.day! } };
  return { body, limit, sitting: last };
}

function plannedStep(step: LeadStep, day: Temporal.PlainDate | undefined, { today, region, done, steps }: PlanQuestion): PlannedStep {
  const root = rootOf(step, steps);
  const base = { step, ...(root?.of === 'sitting' && { lostWith: bodyKey(root) }) };
  if (!day) return { ...base, passed: false };
  const passed = Temporal.PlainDate.compare(day, today) < 0 && !done?.has(step.id);
  return { ...base, day, ...(!isWorkingDay(day, region) && { workingDay: minusWorkingDays(day, 1, region) }), passed };
}

function byDay(one: PlannedStep, other: PlannedStep): number {
  if (!one.day || !other.day) return Number(!one.day) - Number(!other.day);
  return Temporal.PlainDate.compare(one.day, other.day);
}
