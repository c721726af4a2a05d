import type { Applicant, FactValue } from '@app/eligibility/applicant.js';

export interface FigureView {
  readonly value: number;
  readonly asOf: string;
  readonly source: string;
}

export interface FactView {
  readonly name: string;
  readonly value: FactValue;
  readonly asOf: string | null;
  readonly source: string;
  /** `authority`: entered by its staff, seen by them, editors and admins. */
  readonly visibility: 'public' | 'authority';
  readonly version: number;
}

/** An authority as reading needs it: plain data, shared by the index, the API and the pages. */
export interface AuthorityView {
  readonly id: string;
  /** Its place in the bitmaps, for ever. */
  readonly ordinal: number;
  readonly key: string;
  readonly name: string;
  readonly officialName: string;
  readonly types: readonly string[];
  readonly territory: string;
  readonly parentKey: string | null;
  readonly zone: string;
  readonly origin: 'register' | 'demonstration' | 'entered';
  readonly source: string;
  readonly registerDate: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** A register of that day no longer knows it; while `validTo` is null, nobody has said yet who follows. */
  readonly goneOn?: string | null;
  /** Newest first. */
  readonly population: readonly FigureView[];
  readonly facts: readonly FactView[];
  readonly version: number;
}

/** The authority as rules see it. */
export function applicantOf(authority: AuthorityView): Applicant {
  return {
    key: authority.key,
    name: authority.name,
    types: authority.types,
    territory: authority.territory,
    population: authority.population,
    facts: new Map(authority.facts.map((fact) => [fact.name, fact.value])),
  };
}

/** Whether it exists on a day; ended authorities are in no list, match or count. */
export function isValidOn(authority: Pick<AuthorityView, 'validFrom' | 'validTo'>, day: string): boolean {
  return (authority.validFrom === null || authority.validFrom <= day) && (authority.validTo === null || day <= authority.validTo);
}
