import { type LeadStep, MOST_STEPS, rootOf, SUGGESTED_STEPS, stepFaults } from './lead-step.js';

const step = (id: string, from: LeadStep['from'], more: Partial<LeadStep> = {}): LeadStep => ({
  id,
  name: { de: id },
  amount: 1,
  unit: 'days',
  from,
  ...more,
});
const following = (id: string, other: string) => step(id, { of: 'step', step: other });
const council = { of: 'sitting', kind: 'council' } as const;

describe('lead steps', () => {
  it('lead to the deadline or to a sitting', () => {
    const steps = [following('a', 'b'), following('b', 'c'), step('c', council)];
    expect(steps.map((each) => rootOf(each, steps)?.of)).toEqual(['sitting', 'sitting', 'sitting']);
    expect(stepFaults(steps)).toEqual([]);
    expect(stepFaults(SUGGESTED_STEPS)).toEqual([]);
  });

  it.each<[string, LeadStep[], { pointer: string; code: string }[]]>([
    ['an unknown step', [following('a', 'x')], [{ pointer: '/0/from/step', code: 'unknown-step' }]],
    ['itself', [following('a', 'a')], [{ pointer: '/0/from/step', code: 'circular-step' }]],
    [
      'a circle',
      [following('a', 'b'), following('b', 'a'), following('c', 'b')],
      [
        { pointer: '/0/from/step', code: 'circular-step' },
        { pointer: '/1/from/step', code: 'circular-step' },
      ],
    ],
    ['an id twice', [step('a', council), step('a', council)], [{ pointer: '/1/id', code: 'repeated' }]],
    ['an id of other signs', [step('Ä', council)], [{ pointer: '/0/id', code: 'wrong-form' }]],
    [
      'what follows a sitting and leads to it',
      [step('a', council, { afterSittings: true })],
      [{ pointer: '/0/afterSittings', code: 'not-from-deadline' }],
    ],
  ])('are refused for %s', (_, steps, faults) => {
    expect(stepFaults(steps)).toEqual(faults);
  });

  it.each([
    [MOST_STEPS, 0],
    [MOST_STEPS + 1, 1],
  ])('%i of them give %i faults', (count, faults) => {
    expect(stepFaults(Array.from({ length: count }, (_, at) => step(`s${at}`, council)))).toHaveLength(faults);
  });
});
