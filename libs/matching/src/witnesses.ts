import type { Criterion } from '@app/eligibility/criterion.js';
import type { Outcome, Verdict } from '@app/eligibility/outcome.js';
import type { MatchingState } from './matching-state.js';
import { type NearAuthority, nearAuthorities } from './near-authorities.js';
import { type BoundKind, type BoundName, boundsIn, type NumericBound } from './numeric-bounds.js';
import { type Pair, pairsAt, type Sample } from './witness-pairs.js';

/** One side of a line. */
export interface WitnessSide {
  /** Inhabitants, members, or whatever the fact counts. */
  readonly value: number;
  /** Of the bounded condition. */
  readonly verdict: Verdict;
  /** Of the whole rule. */
  readonly outcome: Outcome;
  /** Real authorities next to the line on this side, nearest first, for whom the line decides if there are any such; none of groups. */
  readonly near: readonly NearAuthority[];
}

/** "300,000 yes, 300,001 no": what the rule really says on both sides of one of its bounds. */
export interface Witness {
  /** JSON Pointer into the rule, to the node with the bound; of a joint application to `members` or `population` inside it. */
  readonly path: string;
  /** JSON Pointer into the rule, to the bound itself: what an editor confirms it by. */
  readonly boundPath: string;
  readonly kind: BoundKind;
  /** Name of the fact that is bounded. */
  readonly fact?: string;
  /** Reference date of the bounded figure; absent: the newest. */
  readonly asOf?: string;
  readonly bound: BoundName;
  readonly limit: number;
  readonly inside: WitnessSide;
  readonly outside: WitnessSide;
  /** Whether the outcome differs for somebody who meets all else; if not, the bound may change nothing. */
  readonly decides: boolean;
  /** Tags and territory of who was made up to try it (of each member, where several apply). */
  readonly applicant: { readonly types: readonly string[]; readonly territory?: string };
}

/** The code of an answer that confirms a bound (`{ code, path: boundPath, note }`). */
export const BOUND_ANSWER = 'numeric-bound';

/** A rule with more bounds has become a table, which nobody confirms line by line. */
const MOST_BOUNDS = 60;

/**
 * A pair of witnesses for each numeric bound of the rule, in rule order, judged by the evaluator: made up so that they meet all that is asked
 * beside the bound and nothing that would let them in by another way.
 */
export function witnesses(state: MatchingState, rule: Criterion): Witness[] {
  return boundsIn(rule)
    .slice(0, MOST_BOUNDS)
    .flatMap((line) => {
      const pair = mostTelling(pairsAt(rule, line, state.named));
      return pair === undefined ? [] : [witnessOf(state, rule, line, pair)];
    });
}

function witnessOf(state: MatchingState, rule: Criterion, line: NumericBound, pair: Pair): Witness {
  const near = nearAuthorities(state, rule, line);
  const side = (value: number, { verdict, outcome }: Sample, authorities: readonly NearAuthority[]) => ({
    value,
    verdict,
    outcome,
    near: authorities,
  });
  const { criterion } = line;
  return {
    path: pair.path,
    boundPath: [pair.path, ...('population' in criterion ? ['population'] : []), ...('fact' in criterion ? ['fact'] : []), line.bound].join(
      '/',
    ),
    kind: line.kind,
    ...('fact' in criterion ? { fact: criterion.fact.name } : {}),
    ...('population' in criterion && criterion.population.asOf ? { asOf: criterion.population.asOf } : {}),
    bound: line.bound,
    limit: line.limit,
    inside: side(line.inside, pair.inside, near.inside),
    outside: side(line.outside, pair.outside, near.outside),
    decides: pair.inside.outcome !== pair.outside.outcome,
    applicant: {
      types: pair.applicant.types,
      ...(pair.applicant.territory?.startsWith('ZZ') ? {} : { territory: pair.applicant.territory }),
    },
  };
}

/** Yes and no say more than yes and perhaps, and that more than twice the same. */
function mostTelling(pairs: readonly Pair[]): Pair | undefined {
  const score = ({ isFitting, inside, outside }: Pair): number => {
    if (!isFitting) return -1;
    if (inside.outcome === outside.outcome) return inside.outcome === 'undetermined' ? 0 : 1;
    return [inside, outside].some(({ outcome }) => outcome === 'undetermined') ? 2 : 3;
  };
  let best: Pair | undefined;
  for (const pair of pairs) if (best === undefined || score(pair) > score(best)) best = pair;
  return best;
}
