import type { RegisterReading } from './register/authority-record.js';
import { readCsv } from './register/read-csv.js';
import { readGv100ad } from './register/read-gv100ad.js';

export const REGISTER_FORMATS = ['gv100ad', 'csv'] as const;
export type ImportFormat = (typeof REGISTER_FORMATS)[number];

/** Reads a file of either format; throws RegisterRefused when it must be refused whole. `day`: today, for a CSV that names no date. */
export function readRegister(format: ImportFormat, bytes: Uint8Array, file: { name: string; day: string }): RegisterReading {
  return format === 'gv100ad' ? readGv100ad(bytes) : readCsv(bytes, { day: file.day, source: file.name });
}
