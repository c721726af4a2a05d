import type { Day } from '../pieces/day.js';
import type { FieldErrors, Option } from '../pieces/form-values.js';
import type { TerritoryForm } from './territory-form.js';

/** GET /editor/territories. */
export interface TerritoriesModel {
  sets: readonly ListedTerritory[];
  /** One was removed just now. */
  removed?: boolean;
}

export interface ListedTerritory {
  slug: string;
  title: string;
  source: string;
  /** How many authorities are in it today. */
  authorities: number;
  inForce: boolean;
  validFrom?: Day;
  validTo?: Day;
}

/** GET /editor/new-territory and /editor/territories/:slug; POST to the same address. */
export interface TerritoryFormModel {
  /** Absent for a new one. */
  slug?: string;
  form: TerritoryForm;
  errors: FieldErrors;
  saved?: boolean;
  /** The other sets, that this one may be made of. */
  others: readonly Option[];
  /** What the stored set is today; absent for a new one. */
  today?: {
    authorities: number;
    inForce: boolean;
    /** Entries that name nobody in the register. */
    unmatched: readonly string[];
    /** Published and withdrawn calls that name it. */
    calls: readonly { href: string; title: string }[];
  };
}
