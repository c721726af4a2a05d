import type { Candidate, Part } from './candidate.js';
import { isMetBy, isPlace, type Value } from './condition.js';

/**
 * Whether whoever brings about `other` brings about `one` on the way, so that `other` asks for too much: it changes everything that
 * `one` changes, each number in the same direction and at least as far, all else to something that would do for `one` too.
 */
export function covers(one: Candidate, other: Candidate): boolean {
  return one.every((part) => other.some((further) => further.dimension === part.dimension && isOnTheWay(part, further)));
}

function isOnTheWay(part: Part, further: Part): boolean {
  const { now } = part;
  const [to, goal] = [goalOf(part), goalOf(further)];
  if (typeof now === 'number' && typeof to === 'number' && typeof goal === 'number')
    return Math.sign(to - now) === Math.sign(goal - now) && Math.abs(goal - now) >= Math.abs(to - now);
  const kinds = new Set(further.elements.map(({ kind }) => kind));
  return part.elements.every(({ kind }) => kinds.has(kind)) && part.conditions.every((condition) => isMetBy(condition, goal));
}

/** What the dimension comes to hold. */
function goalOf({ now, elements }: Part): Value {
  if (!isPlace(now)) return elements[0]?.to;
  const to = Object.fromEntries(elements.map((element) => [element.kind === 'authority' ? 'key' : element.kind, element.to]));
  return { ...now, ...to };
}
