import type { ResultRowModel } from '../pieces/result-row.js';

/** GET /near-misses: calls that one number alone keeps the authority from, the nearest first. */
export interface NearMissesModel {
  /** Short: "Düren". */
  authorityName: string;
  /** `why` tells by how much: "412 Einwohner zu viel, 0,14 %". */
  rows: readonly ResultRowModel[];
  /** By more than 10 %. */
  farther: readonly ResultRowModel[];
  /** Closed calls are listed too: what was missed narrowly may come again. */
  withClosed: boolean;
}
