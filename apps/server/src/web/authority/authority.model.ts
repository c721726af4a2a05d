import type { FactSource } from '@app/eligibility/fact-sources.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import type { Day } from '../pieces/day.js';
import type { FieldErrors } from '../pieces/form-values.js';
import type { ResultRowModel } from '../pieces/result-row.js';
import type { OutcomeCounts } from '../pieces/tally.js';

/** GET /authority: the authority that the reader acts for. */
export interface AuthorityModel {
  /** Short: "Düren". */
  name: string;
  /** "Düren, Stadt". */
  officialName: string;
  key: string;
  /** "Stadt, kreisangehörig": in the reader's language. */
  kind: string;
  /** "Kreis Düren, Nordrhein-Westfalen". */
  where?: string;
  /** The day whose boundaries the register shows. */
  registerAsOf?: Day;
  /** A register of that day no longer knows it, and nobody has said yet who follows. */
  goneOn?: Day;
  /** The newest figure. */
  population?: { value: number; asOf: Day; source: string };
  facts: readonly FactRow[];
  counts: OutcomeCounts;
  /** Open and announced calls by outcome, each row with `reasons` and `rule`; empty groups left out. */
  groups: readonly { outcome: Outcome; rows: readonly ResultRowModel[] }[];
  /**
   * The reader may enter facts here: POST /authority/facts with `key`, `name`, `version` (of the fact that is there), `value` ("true", "false",
   * "" = unknown, else as written), `asOf` (a day, "" = today), `source`, `_csrf`.
   */
  mayEnterFacts?: boolean;
  /** Right after a fact was entered. */
  saved?: boolean;
  /** A form that came back: texts by the id of the field. */
  errors: FieldErrors;
}

export interface FactRow {
  /** "grwArea": as rules name it. */
  name: string;
  /** In the reader's language, else the name. */
  label: string;
  /** Absent: unknown, which is never "no". */
  value?: boolean | number | string;
  /** Which field to offer; a fact that no rule asks for is text. */
  type: 'boolean' | 'number' | 'text';
  asOf?: Day;
  /** Nobody has verified it for longer than its kind allows. */
  isOverdue?: boolean;
  source?: string;
  /** Of the fact that is there. */
  version?: number;
  /** A register or an editor says so: staff cannot change it. */
  fixed?: boolean;
  /** Texts that rules compare a text with. */
  asked?: readonly string[];
  /** Unclear calls that this fact would help to clear up. */
  clears?: number;
  /** As it was entered, when the form came back. */
  entered?: { value: string; asOf: string; source: string };
  /** Of an unknown one. */
  where?: FactSource;
}
