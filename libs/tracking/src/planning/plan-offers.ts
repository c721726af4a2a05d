import type { Plan } from '@app/deadlines/planning/plan.js';
import { bodyKey } from '@app/deadlines/planning/sitting.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import type { Milestone } from '../milestone.js';
import type { SittingDay } from './sitting-day.js';

/** A day of a plan, as a milestone would have it. */
export interface PlannedDay {
  /** As a milestone's `source`: 'step:papers', 'sitting:council'. */
  readonly source: string;
  readonly name: PartlyLocalized;
  readonly day: string;
}

/** A milestone that the plan would put on another day by now, or on none. */
export interface MisfitMilestone {
  readonly milestone: Milestone;
  /** Absent: the plan has no day for it any more. */
  readonly after?: string;
}

export interface PlanOffers {
  /** Not a milestone yet. */
  readonly missing: readonly PlannedDay[];
  readonly misfits: readonly MisfitMilestone[];
}

export const STEP_SOURCE = 'step:';
const SITTING_SOURCE = 'sitting:';

/** Every day of a plan that can be a milestone: the sittings that are left and the steps that lead to something. */
export function plannedDays({ sittings, steps }: Plan<SittingDay>): PlannedDay[] {
  const decisions = sittings.flatMap(({ body, sitting }) =>
    sitting ? [{ source: `${SITTING_SOURCE}${bodyKey(body)}`, name: { de: sitting.name }, day: sitting.day.toString() }] : [],
  );
  const lost = new Set(sittings.filter(({ problem }) => problem).map(({ body }) => bodyKey(body)));
  const tasks = steps.flatMap(({ step, day, lostWith }) =>
    day && !(lostWith && lost.has(lostWith)) ? [{ source: `${STEP_SOURCE}${step.id}`, name: step.name, day: day.toString() }] : [],
  );
  return [...tasks, ...decisions].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** What taking the plan over would add, and which milestones no longer stand where it has them. What is done stays as it was. */
export function planOffers(plan: Plan<SittingDay> | undefined, milestones: readonly Milestone[]): PlanOffers {
  const days = plan ? plannedDays(plan) : [];
  const taken = new Set(milestones.map(({ source }) => source));
  const misfits = milestones
    .filter(({ plannedOn, doneAt }) => plannedOn !== null && !doneAt)
    .flatMap((milestone): MisfitMilestone[] => {
      const now = days.find(({ source }) => source === milestone.source)?.day;
      if (now === milestone.plannedOn) return [];
      return [{ milestone, ...(now !== undefined && { after: now }) }];
    });
  return { missing: days.filter(({ source }) => !taken.has(source)), misfits };
}
