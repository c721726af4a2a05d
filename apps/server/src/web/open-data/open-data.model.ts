import type { Day } from '../pieces/day.js';

/** GET /open-data. */
export interface OpenDataModel {
  readonly programs: number;
  readonly calls: number;
  readonly changedOn?: Day;
  readonly publisher: string;
  /** Absent: the operator has named none. */
  readonly license?: string;
  /** An e-mail address or the address of a form. */
  readonly contact?: string;
  readonly commonGrantsUrl: string;
  /** JSON-LD of schema.org, for search engines of data. */
  readonly structured?: object;
}
