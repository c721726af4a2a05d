import type { Params } from '@app/kernel/reason.js';
import type { NamedTerritories } from './named-territories.js';
import type { Verdict } from './outcome.js';

/** Every reason that an evaluation gives; its texts stand in finding-texts.ts. */
export type FindingCode =
  | 'applicant-type-among'
  | 'applicant-type-other'
  | 'population-within'
  | 'population-outside'
  | 'population-missing'
  | 'territory-inside'
  | 'territory-outside'
  | 'territory-too-coarse'
  | 'territory-missing'
  | 'named-territory-unknown'
  | 'named-territory-not-in-force'
  | 'authority-listed'
  | 'authority-not-listed'
  | 'authority-key-missing'
  | 'fact-holds'
  | 'fact-differs'
  | 'fact-missing'
  | 'members-within'
  | 'members-outside'
  | 'joint-population-within'
  | 'joint-population-outside'
  | 'joint-population-missing'
  | 'lead-present'
  | 'lead-absent'
  | 'lead-unknown';

/** What one judge says. `missing` names what would have to be known, e.g. "population", "fact:grwArea", "named:leader". */
export interface Judgement {
  readonly verdict: Verdict;
  readonly code: FindingCode;
  readonly params: Params;
  readonly missing: readonly string[];
  /** Where the titles of the sets stand that the parameters name by their slugs. */
  readonly named?: NamedTerritories;
}

export function met(code: FindingCode, params: Params): Judgement {
  return { verdict: 'met', code, params, missing: [] };
}

export function unmet(code: FindingCode, params: Params): Judgement {
  return { verdict: 'unmet', code, params, missing: [] };
}

export function unknown(code: FindingCode, params: Params, missing: readonly string[]): Judgement {
  return { verdict: 'unknown', code, params, missing };
}
