import type { Fault } from '@app/kernel/domain-error.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import type { LeadUnit } from '../leads.js';
import type { Body } from './sitting.js';

/** What a step is counted back from. */
export type CountedFrom =
  | { readonly of: 'deadline' }
  | ({ readonly of: 'sitting' } & Body)
  | { readonly of: 'step'; readonly step: string };

/** Something an authority has to have done before it can apply: so many days or working days before something else. */
export interface LeadStep {
  /** `[a-z0-9-]+`, for ever: milestones refer to it. */
  readonly id: string;
  readonly name: PartlyLocalized;
  /** 0 to 365; 0: on that very day. */
  readonly amount: number;
  readonly unit: LeadUnit;
  readonly from: CountedFrom;
  /** Possible only once the bodies have decided: no sitting may be later than this step. Of steps that are counted from the deadline only. */
  readonly afterSittings?: boolean;
}

export const MOST_STEPS = 30;
export const MOST_LEAD = 365;
export const STEP_ID = /^[a-z0-9-]{1,60}$/;

/** What an authority may start from: what most town halls have, to be changed to its own rules of procedure. */
export const SUGGESTED_STEPS: readonly LeadStep[] = [
  {
    id: 'papers',
    name: { de: 'Beschlussvorlage einreichen', en: 'Hand in the paper for the council' },
    amount: 21,
    unit: 'days',
    from: { of: 'sitting', kind: 'council' },
  },
  {
    id: 'treasury',
    name: { de: 'Mitzeichnung der Kämmerei', en: 'Approval of the treasury' },
    amount: 5,
    unit: 'working_days',
    from: { of: 'step', step: 'papers' },
  },
  {
    id: 'signature',
    name: { de: 'Antrag unterschreiben lassen', en: 'Have the application signed' },
    amount: 3,
    unit: 'days',
    from: { of: 'deadline' },
    afterSittings: true,
  },
];

/** What a step is counted from in the end, however many steps lie between; undefined where they go round in a circle or nowhere. */
export function rootOf(step: LeadStep, steps: readonly LeadStep[]): Exclude<CountedFrom, { of: 'step' }> | undefined {
  let { from } = step;
  for (let hops = 0; hops <= steps.length; hops++) {
    if (from.of !== 'step') return from;
    const { step: id } = from;
    const next = steps.find((other) => other.id === id);
    if (!next) return undefined;
    from = next.from;
  }
  return undefined;
}

/** What is wrong with a list of steps, each fault with its place. */
export function stepFaults(steps: readonly LeadStep[]): Fault[] {
  if (steps.length > MOST_STEPS) return [{ pointer: '', code: 'too-many', params: { most: MOST_STEPS } }];
  return steps.flatMap((step, at) => {
    const faults: Fault[] = [];
    const add = (place: string, code: string) => faults.push({ pointer: `/${at}/${place}`, code });
    if (!STEP_ID.test(step.id)) add('id', 'wrong-form');
    if (steps.findIndex(({ id }) => id === step.id) < at) add('id', 'repeated');
    const { from } = step;
    if (from.of === 'step' && !steps.some(({ id }) => id === from.step)) add('from/step', 'unknown-step');
    else if (leadsToItself(step, steps)) add('from/step', 'circular-step');
    else if (step.afterSittings && rootOf(step, steps)?.of === 'sitting') add('afterSittings', 'not-from-deadline');
    return faults;
  });
}

function leadsToItself(step: LeadStep, steps: readonly LeadStep[]): boolean {
  let next: LeadStep | undefined = step;
  for (let hops = 0; next && hops <= steps.length; hops++) {
    const { from }: LeadStep = next;
    if (from.of !== 'step') return false;
    if (from.step === step.id) return true;
    next = steps.find(({ id }) => id === from.step);
  }
  return false;
}
