import type { Localized } from '@app/kernel/locale.js';
import type { Applicant } from './applicant.js';
import type { Change, ChangeElement, FactChange, PopulationChange } from './changes/change.js';
import type { Criterion } from './criterion.js';
import { evaluate } from './evaluate.js';
import type { NamedTerritories } from './named-territories.js';
import { nearMissText } from './near-miss-text.js';

/** One number alone keeps the applicant from being eligible. */
export interface NearMiss {
  readonly kind: 'population' | 'fact';
  /** Of the fact. */
  readonly name?: string;
  /** Where the rule asks for the figure of a reference date. */
  readonly asOf?: string;
  readonly value: number;
  /** The nearest number that would do. */
  readonly bound: number;
  /** From `value` to `bound`, always positive, in the unit of the number (inhabitants). */
  readonly distance: number;
  readonly direction: 'too-many' | 'too-few';
  /** The distance as a share of the bound in whole basis points (14 = 0.14 %); undefined where the bound is 0. */
  readonly basisPoints?: number;
  readonly text: Localized;
}

/**
 * Where exactly one known number, the population or a fact, separates the applicant from `eligible`: each minimal change that consists
 * of one number, the relatively nearest first; one whose bound is 0 last. None for who is eligible, or only lacks what is unknown.
 */
export function nearMisses(rule: Criterion, applicant: Applicant, named?: NamedTerritories): NearMiss[] {
  return nearMissesOf(evaluate(rule, applicant, named).changes);
}

/** The same from changes that are reckoned already. */
export function nearMissesOf(changes: readonly Change[]): NearMiss[] {
  return changes
    .flatMap(({ set }) => (set.length === 1 && isOfNumbers(set[0]!) ? nearMissOf(set[0]) : []))
    .sort((a, b) => shareOf(a) - shareOf(b));
}

type NumberChange = (PopulationChange | FactChange) & { readonly from: number; readonly to: number };

function isOfNumbers(element: ChangeElement): element is NumberChange {
  return typeof element.from === 'number' && typeof element.to === 'number';
}

function nearMissOf(element: NumberChange): NearMiss {
  const { kind, from: value, to: bound } = element;
  const distance = Number(Math.abs(value - bound).toPrecision(12));
  const near = {
    kind,
    ...(element.kind === 'fact' ? { name: element.name } : {}),
    ...(element.kind === 'population' && element.asOf !== undefined ? { asOf: element.asOf } : {}),
    value,
    bound,
    distance,
    direction: value > bound ? ('too-many' as const) : ('too-few' as const),
    ...(bound === 0 ? {} : { basisPoints: Math.round((distance / Math.abs(bound)) * 10_000) }),
  };
  return { ...near, text: nearMissText(near) };
}

function shareOf({ distance, bound }: NearMiss): number {
  return bound === 0 ? Number.MAX_VALUE : distance / Math.abs(bound);
}
