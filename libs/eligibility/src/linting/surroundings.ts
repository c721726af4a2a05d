import { type Criterion, children, type Placed } from '../criterion.js';

/** What has to be the case around a node for the node to decide anything. */
export interface Surroundings {
  /** Beside it in `allOf`: have to be met. */
  readonly needed: readonly Criterion[];
  /** Beside it in `anyOf`: must not be met, or the node does not matter. */
  readonly others: readonly Criterion[];
}

/**
 * The conditions around the node at `path` (a JSON Pointer into the rule). They are the same above a `not`, which only turns the verdict.
 * Inside a joint application what stands outside in an `anyOf` is left out: some members may meet it, as long as not all do.
 */
export function surroundingsOf(rule: Criterion, path: string): Surroundings {
  return around({ path: '', criterion: rule }, path, { needed: [], others: [] });
}

/** Met by those for whom the node at `path` decides. */
export function decisiveContext(rule: Criterion, path: string): Criterion {
  const { needed, others } = surroundingsOf(rule, path);
  return { allOf: [...needed, ...others.map((not): Criterion => ({ not }))] };
}

function around({ path, criterion }: Placed, target: string, known: Surroundings): Surroundings {
  const inside = children(criterion, path);
  const next = inside.find((child) => target === child.path || target.startsWith(`${child.path}/`));
  if (next === undefined) return known;
  const beside = inside.filter((child) => child !== next);
  return around(next, target, withSiblings(criterion, next, beside, known));
}

function withSiblings(parent: Criterion, next: Placed, beside: readonly Placed[], { needed, others }: Surroundings): Surroundings {
  const siblings = beside.map(({ criterion }) => criterion);
  if ('allOf' in parent) return { needed: [...needed, ...siblings], others };
  if ('anyOf' in parent) return { needed, others: [...others, ...siblings] };
  if ('not' in parent) return { needed, others };
  // A member that could lead need not satisfy `eachMember`; the other way round a lead is needed whatever the members satisfy.
  const lead = beside.filter(({ path }) => next.path.endsWith('/eachMember') && path.endsWith('/lead'));
  return { needed, others: lead.map(({ criterion }) => criterion) };
}
