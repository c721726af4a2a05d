import type { FactValue } from '../applicant.js';
import type { Range } from '../criterion.js';

/**
 * How likely it is that something comes about.
 * - true: nobody has said how it is (it is to be found out), or it is up to the applicant (joining others);
 * - 'unlikely': known to be otherwise. A fact may have changed or been entered wrongly, figures move from year to year, but neither
 *   changes for the sake of a call;
 * - false: nobody becomes another kind of authority, moves elsewhere or gets another key, and no joint population shrinks by a member.
 */
export type Possibility = boolean | 'unlikely';

/** A figure; with `asOf` that of the reference date, else the newest. `from: null` is unknown, here and below. */
export interface PopulationChange {
  readonly kind: 'population';
  readonly asOf?: string;
  readonly from: number | null;
  readonly to: number;
  readonly possible: Possibility;
}

/** `to` is the nearest value that will do; where anything but a text will do it is that text behind a "≠ ". */
export interface FactChange {
  readonly kind: 'fact';
  readonly name: string;
  readonly from: FactValue | null;
  readonly to: FactValue;
  readonly possible: Possibility;
}

/** Applying with others, as the joint application at `path` (a JSON Pointer into the rule) demands; its other demands count as met. */
export interface JoinChange {
  readonly kind: 'join';
  readonly path: string;
  readonly members: Range;
  readonly population?: Range;
  readonly from: 'alone';
  readonly to: 'jointly';
  readonly possible: Possibility;
}

/** All tags before and after. Of a list of tags the first that will do stands for the others. */
export interface TypeChange {
  readonly kind: 'applicantType';
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly possible: false;
}

/** Of a list the nearest place, or the first key, stands for the others. Where anywhere else will do it is "ZZ", anybody else "ZZ:0". */
export interface PlaceChange {
  readonly kind: 'territory' | 'authority';
  readonly from: string | null;
  readonly to: string;
  readonly possible: Possibility;
}

export type ChangeElement = PopulationChange | FactChange | JoinChange | TypeChange | PlaceChange;

/** One minimal set: together its elements make the applicant eligible, and without any of them it is not. */
export interface Change {
  readonly set: readonly ChangeElement[];
}
