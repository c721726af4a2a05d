import type { Candidate, Part } from './candidate.js';
import type { ChangeElement } from './change.js';
import { isMetBy } from './condition.js';

/**
 * Whether whoever brings about `other` brings about `one` on the way, so that `other` asks for too much: it changes everything that
 * `one` changes, each number in the same direction and at least as far, all else to something that would do for `one` too.
 */
export function covers(one: Candidate, other: Candidate): boolean {
  return one.every((part) => other.some((further) => isOnTheWay(part, further)));
}

function isOnTheWay({ element, conditions }: Part, further: Part): boolean {
  if (!isSameDimension(element, further.element)) return false;
  const { from, to } = element;
  const goal = further.element.to;
  if (typeof from === 'number' && typeof to === 'number' && typeof goal === 'number')
    return Math.sign(to - from) === Math.sign(goal - from) && Math.abs(goal - from) >= Math.abs(to - from);
  return conditions.every((condition) => isMetBy(condition, goal));
}

function isSameDimension(a: ChangeElement, b: ChangeElement): boolean {
  if (a.kind === 'fact') return b.kind === 'fact' && a.name === b.name;
  if (a.kind === 'population') return b.kind === 'population' && a.asOf === b.asOf;
  if (a.kind === 'join') return b.kind === 'join' && a.path === b.path;
  return a.kind === b.kind;
}
