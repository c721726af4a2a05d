import type { Candidate } from './candidate.js';
import type { ChangeElement } from './change.js';

/** Fewer impossible elements first, then fewer unlikely ones, fewer at all, the smaller numbers; else as in the rule. */
export function likelierFirst(candidates: readonly Candidate[]): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, rank: rankOf(candidate.flatMap(({ elements }) => elements)) }))
    .sort((a, b) => a.rank.map((value, i) => value - b.rank[i]!).find((difference) => difference !== 0) ?? 0)
    .map(({ candidate }) => candidate);
}

function rankOf(elements: readonly ChangeElement[]): readonly number[] {
  const count = (possible: ChangeElement['possible']) => elements.filter((element) => element.possible === possible).length;
  return [count(false), count('unlikely'), elements.length, elements.reduce((sum, element) => sum + shareOf(element), 0)];
}

/** How far a number moves, as a share of where it comes to lie; nothing for what is no number or not known. */
function shareOf({ from, to }: ChangeElement): number {
  return typeof from === 'number' && typeof to === 'number' ? Math.abs(to - from) / Math.max(1, Math.abs(to)) : 0;
}
