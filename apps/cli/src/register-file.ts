import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportCounts } from '@app/authorities/import-register.js';
import { type ImportFormat, readRegister } from '@app/authorities/read-register.js';
import type { RegisterReading } from '@app/authorities/register/authority-record.js';
import { formatOf } from '@app/authorities/register-format.js';
import { formatNumber } from '@app/kernel/locale.js';

const PROBLEMS_SHOWN = 20;

/** Reads a register from a file; `today` dates a CSV. Throws RegisterRefused, or the error of the file system. */
export function readRegisterFile(path: string, today: Temporal.PlainDate, format?: ImportFormat): RegisterReading {
  const bytes = readFileSync(path);
  return readRegister(format ?? formatOf(bytes), bytes, { name: basename(path), day: today.toString() });
}

/** What an import did, as lines for the operator: the counts, and the first of the lines that could not be read. */
export function reportOf(reading: RegisterReading, counts: ImportCounts): string[] {
  const number = (value: number) => formatNumber(value, 'de');
  const { problems } = reading;
  return [
    `${number(reading.authorities.length)} Kommunen gelesen, Stand ${reading.territoryDate}: ${number(counts.added)} neu, ` +
      `${number(counts.changed)} geändert, ${number(counts.unchanged)} unverändert, ${number(counts.ended)} beendet.`,
    ...(counts.added + counts.changed + counts.ended === 0 ? ['Es hat sich nichts geändert.'] : []),
    ...(problems.length > 0 ? [`${number(problems.length)} Zeilen waren nicht zu lesen:`] : []),
    ...problems.slice(0, PROBLEMS_SHOWN).map(({ line, reason }) => `  Zeile ${number(line)}: ${reason.de}`),
    ...(problems.length > PROBLEMS_SHOWN ? [`  und ${number(problems.length - PROBLEMS_SHOWN)} weitere`] : []),
  ];
}
