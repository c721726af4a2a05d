import type { PartlyLocalized } from '@app/kernel/locale.js';

/** At least one bound. Counts of people and of members are never negative. */
export interface Range {
  readonly atLeast?: number;
  readonly moreThan?: number;
  readonly atMost?: number;
  readonly lessThan?: number;
}
export const BOUNDS = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;

/** What every node may carry beside its operator. */
export interface NodeNotes {
  readonly id?: string;
  readonly label?: PartlyLocalized;
  readonly source?: { readonly quote?: string; readonly url?: string };
}

/** A closed or open list of tags, territories or keys. */
export interface Membership {
  readonly in: readonly string[];
}
export type PopulationDemand = Range & { readonly asOf?: string };
export type FactDemand = { readonly name: string; readonly is?: boolean | string } & Range;
export interface JointDemand {
  readonly members?: Range;
  readonly population?: Range;
  readonly eachMember?: Criterion;
  readonly lead?: Criterion;
  readonly whole?: Criterion;
}

export type AllOf = NodeNotes & { readonly allOf: readonly Criterion[] };
export type AnyOf = NodeNotes & { readonly anyOf: readonly Criterion[] };
export type Not = NodeNotes & { readonly not: Criterion };
export type ApplicantTypeCriterion = NodeNotes & { readonly applicantType: Membership };
export type PopulationCriterion = NodeNotes & { readonly population: PopulationDemand };
export type TerritoryCriterion = NodeNotes & { readonly territory: Membership };
export type AuthorityCriterion = NodeNotes & { readonly authority: Membership };
export type FactCriterion = NodeNotes & { readonly fact: FactDemand };
export type JointCriterion = NodeNotes & { readonly jointApplication: JointDemand };

/** The criteria that look at an applicant and hold no other criterion. */
export type Leaf = ApplicantTypeCriterion | PopulationCriterion | TerritoryCriterion | AuthorityCriterion | FactCriterion;

/** An eligibility rule, or a part of one (contract §3). Made by `parseCriterion`, never changed. */
export type Criterion = AllOf | AnyOf | Not | Leaf | JointCriterion;

/** The number of members where a joint application names none: it takes two to apply together. */
export const DEFAULT_MEMBERS: Range = { atLeast: 2 };

/** A criterion at its place: `path` is a JSON Pointer into the rule. */
export interface Placed<C extends Criterion = Criterion> {
  readonly path: string;
  readonly criterion: C;
}

export function isLeaf(criterion: Criterion): criterion is Leaf {
  return !('allOf' in criterion || 'anyOf' in criterion || 'not' in criterion || 'jointApplication' in criterion);
}

/** The criteria directly inside this one, in rule order; of a joint application `eachMember`, `lead`, `whole`. */
export function children(criterion: Criterion, path = ''): Placed[] {
  if ('allOf' in criterion) return criterion.allOf.map((child, i) => ({ path: `${path}/allOf/${i}`, criterion: child }));
  if ('anyOf' in criterion) return criterion.anyOf.map((child, i) => ({ path: `${path}/anyOf/${i}`, criterion: child }));
  if ('not' in criterion) return [{ path: `${path}/not`, criterion: criterion.not }];
  if ('jointApplication' in criterion) return partsOf(criterion.jointApplication, `${path}/jointApplication`);
  return [];
}

function partsOf(joint: JointDemand, path: string): Placed[] {
  const parts: Placed[] = [];
  for (const part of ['eachMember', 'lead', 'whole'] as const) {
    const criterion = joint[part];
    if (criterion !== undefined) parts.push({ path: `${path}/${part}`, criterion });
  }
  return parts;
}

/** Every leaf of the rule with its place, in rule order. */
export function leavesOf(criterion: Criterion, path = ''): Placed<Leaf>[] {
  if (isLeaf(criterion)) return [{ path, criterion }];
  return children(criterion, path).flatMap((child) => leavesOf(child.criterion, child.path));
}

/** Whether the rule knows joint applications at all; without, nobody is `eligible_jointly`. */
export function hasJointApplication(criterion: Criterion): boolean {
  return 'jointApplication' in criterion || children(criterion).some((child) => hasJointApplication(child.criterion));
}
