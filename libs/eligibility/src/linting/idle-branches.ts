import { isPossible } from '../contradiction/is-possible.js';
import { type Criterion, children, isLeaf, type JointDemand, type Placed } from '../criterion.js';
import { decisiveContext, surroundingsOf } from './surroundings.js';

export interface IdleBranch extends Placed {
  readonly code: 'contradictory-branch' | 'unreachable-branch' | 'redundant-branch';
}

/** Looking at every branch of a longer rule would take too long to wait for. */
const MOST_NODES = 150;

/**
 * Branches of `anyOf` and `allOf` without which the rule says the same of everybody, alone and together. Of two that say the same the
 * later one is idle. Reports only what is certain; nothing is looked for inside of an idle branch.
 */
export function idleBranches(rule: Criterion): IdleBranch[] {
  if (nodesIn(rule) > MOST_NODES) return [];
  const found: IdleBranch[] = [];
  let rest = rule;
  const visit = (place: Placed): void => {
    const inside = children(place.criterion, place.path);
    const busy = inside.toReversed().filter((branch) => {
      const code = idleAs(place.criterion, branch, rest);
      if (code === undefined) return true;
      found.push({ ...branch, code });
      rest = replaced({ path: '', criterion: rest }, branch.path, 'anyOf' in place.criterion ? { anyOf: [] } : { allOf: [] });
      return false;
    });
    busy.forEach(visit);
  };
  visit({ path: '', criterion: rule });
  const order = placesIn(rule);
  return found.sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
}

function idleAs(parent: Criterion, { path, criterion }: Placed, rule: Criterion): IdleBranch['code'] | undefined {
  if ('allOf' in parent) {
    return isPossible({ allOf: [decisiveContext(rule, path), { not: criterion }] }) ? undefined : 'redundant-branch';
  }
  if (!('anyOf' in parent)) return undefined;
  if (!isPossible(criterion)) return 'contradictory-branch';
  if (!isPossible({ allOf: [...surroundingsOf(rule, path).needed, criterion] })) return 'unreachable-branch';
  return isPossible({ allOf: [decisiveContext(rule, path), criterion] }) ? undefined : 'redundant-branch';
}

/** The rule with another node at `path`; all other paths stay what they are. */
export function replaced(place: Placed, path: string, by: Criterion): Criterion {
  const { criterion } = place;
  if (place.path === path) return by;
  if (isLeaf(criterion)) return criterion;
  const inside = children(criterion, place.path).map((child) => ({ ...child, criterion: replaced(child, path, by) }));
  if ('allOf' in criterion) return { ...criterion, allOf: inside.map((child) => child.criterion) };
  if ('anyOf' in criterion) return { ...criterion, anyOf: inside.map((child) => child.criterion) };
  if ('not' in criterion) return { ...criterion, not: inside[0]!.criterion };
  const parts = Object.fromEntries(inside.map((child) => [child.path.slice(child.path.lastIndexOf('/') + 1), child.criterion]));
  return { ...criterion, jointApplication: { ...criterion.jointApplication, ...(parts as JointDemand) } };
}

function placesIn(criterion: Criterion, path = ''): string[] {
  return [path, ...children(criterion, path).flatMap((child) => placesIn(child.criterion, child.path))];
}

function nodesIn(criterion: Criterion): number {
  return placesIn(criterion).length;
}
