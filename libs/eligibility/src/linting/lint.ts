import type { Localized } from '@app/kernel/locale.js';
import type { Params } from '@app/kernel/reason.js';
import type { Applicant } from '../applicant.js';
import type { FaultCode } from '../fault-texts.js';
import type { NamedTerritories } from '../named-territories.js';

/** What an editor is asked about a rule that follows the grammar and that somebody can meet. Documented in docs/problems.md. */
export type WarningCode =
  | 'always-met'
  | 'contradictory-branch'
  | 'unreachable-branch'
  | 'redundant-branch'
  | 'unknown-key'
  | 'unknown-tag'
  | 'unknown-fact'
  | 'unknown-named-territory'
  | 'territory-not-in-force'
  | 'unknown-territory'
  | 'municipality-without-county'
  | 'no-association-way'
  | 'cities-under-bound'
  | 'no-reference-date';

/** Something about a rule that an editor should look at. Only an error stops publication. */
export interface Lint {
  /** `error`: nobody can ever meet the rule. Everything else is a warning. */
  readonly severity: 'error' | 'warning';
  /** A warning that most rules get and few mean: pages show it more quietly. */
  readonly hint: boolean;
  readonly code: WarningCode | FaultCode;
  /** JSON Pointer into the rule. */
  readonly path: string;
  readonly params: Params;
  readonly text: Localized;
}

/** What a rule is held against beside itself; whatever is absent is not looked at. */
export interface LintContext {
  /** Title and summary of the call, in any language; the passages that the rule quotes count as well. */
  readonly texts?: readonly string[];
  /** Whether the register has, or had, an authority with this key. */
  readonly knownKey?: (key: string) => boolean;
  /** Whether anybody's territory is this one or lies in it. */
  readonly knownTerritory?: (id: string) => boolean;
  /** Whether anybody has a fact of this name. */
  readonly knownFact?: (name: string) => boolean;
  readonly independentCities?: readonly Applicant[];
  readonly named?: NamedTerritories;
}
