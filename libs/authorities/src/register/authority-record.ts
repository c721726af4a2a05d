import type { RegisterProblem } from './register-problem.js';

/** A day as text, "2022-12-31". */
export type Day = string;

/** How many people live there, when that was counted, and who says so. */
export interface PopulationFigure {
  readonly value: number;
  readonly asOf: Day;
  readonly source: string;
}

export type FactValue = boolean | number | string;

/** One authority as a register gives it: what it leaves out, the register does not know. */
export interface AuthorityRecord {
  /** "DE:05358008", "DE:07135", "DE:034585401", "FR:29019" (contract §2). */
  readonly key: string;
  /** The association, else the county, else the territory of the state ("DE-05"); need not be a record of the same reading. */
  readonly parentKey?: string;
  /** For display, without official suffixes: "Düren", "Kreis Düren", "Samtgemeinde Harpstedt". */
  readonly name: string;
  /** As the register writes it: "Düren, Stadt". */
  readonly officialName: string;
  /** Tags, the neutral one first: ["municipality", "town", "district_municipality"]. */
  readonly types: readonly string[];
  /** "DE-05358008"; of an association its county. */
  readonly territory: string;
  readonly population?: PopulationFigure;
  readonly validFrom?: Day;
  /** The last day on which it exists. */
  readonly validTo?: Day;
  readonly facts?: Readonly<Record<string, FactValue>>;
  /** IANA name; absent: that of the country. */
  readonly zone?: string;
}

/** A territory that is no authority: a state, "DE-05". */
export interface TerritoryRecord {
  readonly id: string;
  readonly name: string;
  readonly officialName: string;
}

export type RegisterFormat = 'gv100ad' | 'csv' | 'keys-csv' | 'demonstration';

/** A key that the register has and that is no authority: an unincorporated area. */
export interface LeftOutKey {
  readonly key: string;
  readonly name: string;
}

/** What a register file says, before anything is compared or stored. */
export interface RegisterReading {
  readonly format: RegisterFormat;
  /** The day whose boundaries the file describes; of a CSV the day it was handed in. */
  readonly territoryDate: Day;
  /** To be named wherever its figures are shown. */
  readonly source: string;
  readonly authorities: readonly AuthorityRecord[];
  readonly territories: readonly TerritoryRecord[];
  readonly leftOut: { readonly unincorporated: number; readonly keys?: readonly LeftOutKey[] };
  readonly problems: readonly RegisterProblem[];
  /**
   * Territory prefixes that the file describes as a whole: whoever lies in them and is missing from the file has ended. ["DE"] of the whole German
   * register, the counties of an extract, none of a CSV. Ask `mayEnd`, which also spares those whose line could not be read.
   */
  readonly covers: readonly string[];
  /** Of which kind the cover is, by a tag; absent: of every kind. A list of municipalities ends no county. */
  readonly coversOnly?: string;
  readonly spared: Spared;
  /** The file holds keys and names and nothing else: what it does not say of a known authority stays as it is. */
  readonly isNamesOnly?: boolean;
  /** The file names no day: it counts as not older than what is known. */
  readonly isDateGuessed?: boolean;
}

/** Whom the absence from the file does not end, because a line that could not be read may have been theirs. */
export interface Spared {
  readonly keys: readonly string[];
  readonly territories: readonly string[];
}
