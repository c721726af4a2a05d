import type { Fault } from '@app/kernel/domain-error.js';
import { intervalOf, isEmpty, wholeNumbers } from './contradiction/intervals.js';
import { isJointPopulationPossible, isMemberCountPossible, isPossible } from './contradiction/is-possible.js';
import { type Criterion, children, isLeaf, type JointCriterion, type Leaf, type Placed } from './criterion.js';
import type { FaultCode } from './fault-texts.js';

/**
 * Why nobody can ever be eligible under this rule, neither alone nor with others; empty if somebody can, or if that is not certain.
 * Points at the innermost criteria that cannot be met, or at the one whose parts exclude each other.
 */
export function contradictions(rule: Criterion): readonly Fault[] {
  return isPossible(rule) ? [] : faultsOf({ path: '', criterion: rule });
}

function faultsOf({ path, criterion }: Placed): Fault[] {
  if (isLeaf(criterion)) return [faultOfLeaf(path, criterion)];
  if ('not' in criterion) return [faultAt(path, 'never-met')];
  if ('anyOf' in criterion && criterion.anyOf.length === 0) return [faultAt(path, 'no-way')];
  const ranges = 'jointApplication' in criterion ? faultsOfRanges(`${path}/jointApplication`, criterion) : [];
  const inside = children(criterion, path).filter((child) => !isPossible(child.criterion));
  const faults = [...ranges, ...inside.flatMap(faultsOf)];
  return faults.length > 0 ? faults : [faultAt(path, 'contradiction')];
}

function faultsOfRanges(path: string, joint: JointCriterion): Fault[] {
  return [
    ...(isMemberCountPossible(joint) ? [] : [faultAt(`${path}/members`, 'empty-range')]),
    ...(isJointPopulationPossible(joint) ? [] : [faultAt(`${path}/population`, 'empty-range')]),
  ];
}

function faultOfLeaf(path: string, leaf: Leaf): Fault {
  if ('population' in leaf && isEmpty(wholeNumbers(leaf.population, 0))) return faultAt(`${path}/population`, 'empty-range');
  if ('fact' in leaf && isEmpty(intervalOf(leaf.fact))) return faultAt(`${path}/fact`, 'empty-range');
  const list = ['applicantType', 'territory', 'authority'].find((name) => name in leaf);
  return list === undefined ? faultAt(path, 'never-met') : faultAt(`${path}/${list}/in`, 'empty-list');
}

function faultAt(pointer: string, code: FaultCode): Fault {
  return { pointer, code };
}
