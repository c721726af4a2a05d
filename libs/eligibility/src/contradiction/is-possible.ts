import { type Criterion, DEFAULT_MEMBERS, type JointCriterion, type Leaf } from '../criterion.js';
import { conjunctionsOf, type Literal } from './conjunctions.js';
import { isEmpty, wholeNumbers } from './intervals.js';
import { areLeavesPossible } from './possible-leaves.js';

/**
 * Whether some applicant, alone or with others, could be eligible. Says no only where that is certain.
 *
 * In a joint application a leaf that must not hold fails already for one member, and each such leaf may fail for another one: so
 * exclusions are held against what all must satisfy one at a time.
 */
export function isPossible(criterion: Criterion): boolean {
  return conjunctionsOf(criterion)?.some(isWayPossible) ?? true;
}

function isWayPossible(way: readonly Literal[]): boolean {
  const positive = way.flatMap(({ criterion, holds }) => (holds && !('jointApplication' in criterion) ? [criterion] : []));
  if (!areLeavesPossible(positive)) return false;
  return way.every(({ criterion, holds }) => {
    // Whoever applies alone makes no joint application, so its absence is always possible.
    if ('jointApplication' in criterion) return !holds || isJointPossible(criterion, positive);
    return holds || areLeavesPossible(positive, criterion);
  });
}

export function isMemberCountPossible({ jointApplication: { members = DEFAULT_MEMBERS } }: JointCriterion): boolean {
  return !isEmpty(wholeNumbers(members, 1));
}

export function isJointPopulationPossible({ jointApplication: { population } }: JointCriterion): boolean {
  return population === undefined || !isEmpty(wholeNumbers(population, 0));
}

/** `ofAll` holds for every member, wherever else in the way it stands. */
export function isJointPossible(joint: JointCriterion, ofAll: readonly Leaf[] = []): boolean {
  const { eachMember, lead, whole } = joint.jointApplication;
  const member: Criterion[] = eachMember === undefined ? [] : [{ anyOf: lead === undefined ? [eachMember] : [eachMember, lead] }];
  return (
    isMemberCountPossible(joint) &&
    isJointPopulationPossible(joint) &&
    isPossible({ allOf: [...ofAll, ...member] }) &&
    (lead === undefined || isPossible({ allOf: [...ofAll, lead] })) &&
    (whole === undefined || isPossible(whole))
  );
}
