import type { JointDemand } from '../criterion.js';
import { NO_NAMED_TERRITORIES } from '../named-territories.js';
import { tallyOf } from './group-tally.js';
import { isSmallest } from './is-smallest.js';
import { joiningPlan, profileOf } from './joining-plan.js';

const known = { facts: new Map(), named: NO_NAMED_TERRITORIES };

function smallest(demand: JointDemand, [own, ...partners]: number[]): boolean {
  const plan = joiningPlan({ jointApplication: demand }, known);
  const profile = (value: number) => profileOf(plan, { types: [], population: [{ value }], facts: new Map() }, known);
  return isSmallest(plan, tallyOf(profile(own!)), partners.map(profile));
}

describe('a group is the smallest', () => {
  it.each([
    [{ members: { atLeast: 3 } }, [1, 1, 1], true],
    [{ members: { atLeast: 3 } }, [1, 1, 1, 1], false],
    [{ population: { atLeast: 10 } }, [1, 8, 1], true],
    [{ population: { atLeast: 10 } }, [1, 9, 1], false],
    [{ population: { atLeast: 10 } }, [1, 1, 9], false],
    [{ members: { atLeast: 1 } }, [1, 1], false],
    [{ members: { atLeast: 13 } }, Array.from({ length: 13 }, () => 1), true],
    [{ members: { atLeast: 14 } }, Array.from({ length: 14 }, () => 1), false],
  ])('for %j, of %j: %s', (demand, people, expected) => {
    expect(smallest(demand, people)).toBe(expected);
  });
});
