import type { Criterion, Range } from '@app/eligibility/criterion.js';

/** Short forms for what the programmes of the demonstration ask for. */
export const isOneOf = (...types: string[]): Criterion => ({ applicantType: { in: types } });
export const liesIn = (...territories: string[]): Criterion => ({ territory: { in: territories } });
export const hasInhabitants = (population: Range): Criterion => ({ population });
export const holds = (name: string, is = true): Criterion => ({ fact: { name, is } });
export const all = (...criteria: Criterion[]): Criterion => ({ allOf: criteria });
export const any = (...criteria: Criterion[]): Criterion => ({ anyOf: criteria });
