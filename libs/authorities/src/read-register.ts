import type { RegisterReading } from './register/authority-record.js';
import { readCsv } from './register/read-csv.js';
import { readGv100ad } from './register/read-gv100ad.js';
import { readKeysCsv } from './register/read-keys-csv.js';

/** `changes-csv` is no register, but says who follows whom: ApplyChanges takes it. */
export const REGISTER_FORMATS = ['gv100ad', 'csv', 'keys-csv', 'changes-csv'] as const;
export type ImportFormat = (typeof REGISTER_FORMATS)[number];

/** Reads a register file; throws RegisterRefused when it must be refused whole. `day`: today, for a file that names no date. */
export function readRegister(
  format: Exclude<ImportFormat, 'changes-csv'>,
  bytes: Uint8Array,
  file: { name: string; day: string },
): RegisterReading {
  if (format === 'gv100ad') return readGv100ad(bytes);
  return format === 'csv' ? readCsv(bytes, { day: file.day, source: file.name }) : readKeysCsv(bytes, file);
}
