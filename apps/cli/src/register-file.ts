import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportCounts } from '@app/authorities/import-register.js';
import { type ImportFormat, readRegister } from '@app/authorities/read-register.js';
import type { RegisterReading } from '@app/authorities/register/authority-record.js';
import { readChangesCsv } from '@app/authorities/register/read-changes-csv.js';
import type { RegisterProblem } from '@app/authorities/register/register-problem.js';
import { formatOf } from '@app/authorities/register-format.js';
import { formatNumber } from '@app/kernel/locale.js';

const PROBLEMS_SHOWN = 20;

type ReadFile =
  | { readonly reading: RegisterReading; readonly listed?: undefined }
  | { readonly listed: ReturnType<typeof readChangesCsv>; readonly reading?: undefined };

/** Reads a register or a list of changes from a file; `today` dates a CSV. Throws RegisterRefused, or the error of the file system. */
export function readRegisterFile(path: string, today: Temporal.PlainDate, given?: ImportFormat): ReadFile {
  const bytes = readFileSync(path);
  const format = given ?? formatOf(bytes);
  if (format === 'changes-csv') return { listed: readChangesCsv(bytes) };
  return { reading: readRegister(format, bytes, { name: basename(path), day: today.toString() }) };
}

const number = (value: number): string => formatNumber(value, 'de');

/** What an import did, as lines for the operator: the counts, and the first of the lines that could not be read. */
export function reportOf(reading: RegisterReading, counts: ImportCounts): string[] {
  return [
    `${number(reading.authorities.length)} Kommunen gelesen, Stand ${reading.territoryDate}: ${number(counts.added)} neu, ` +
      `${number(counts.changed)} geändert, ${number(counts.unchanged)} unverändert, ${number(counts.ended)} beendet.`,
    ...(counts.ended > 0 ? ['Wer den beendeten Kommunen folgt, bestätigt die Redaktion auf der Seite „Gemeinderegister“.'] : []),
    ...(counts.added + counts.changed + counts.ended === 0 ? ['Es hat sich nichts geändert.'] : []),
    ...linesOf(reading.problems),
  ];
}

/** The same of a list of changes. */
export function reportOfChanges(counts: ImportCounts, problems: readonly RegisterProblem[]): string[] {
  return [`${number(counts.ended)} Nachfolgen übernommen, ${number(counts.unchanged)} waren es schon.`, ...linesOf(problems)];
}

function linesOf(problems: readonly RegisterProblem[]): string[] {
  return [
    ...(problems.length > 0 ? [`${number(problems.length)} Zeilen waren nicht zu lesen:`] : []),
    ...problems.slice(0, PROBLEMS_SHOWN).map(({ line, reason }) => `  Zeile ${number(line)}: ${reason.de}`),
    ...(problems.length > PROBLEMS_SHOWN ? [`  und ${number(problems.length - PROBLEMS_SHOWN)} weitere`] : []),
  ];
}
