import type { RegisterReading } from '@app/authorities/register/authority-record.js';
import { RegisterRefused } from '@app/authorities/register/register-refused.js';
import { EXIT, Refused } from '../../cli/src/refusal.js';
import { readRegisterFile } from '../../cli/src/register-file.js';

/** A file that cannot be used is told before anything is started. */
export function readRegisterOrRefuse(path: string, today: Temporal.PlainDate): RegisterReading {
  const { reading } = readFileOrRefuse(path, today);
  if (!reading)
    throw new Refused(
      `${path} ist eine Liste von Änderungen und kein Register. Bitte mit "npm run cli -- import-register" einlesen.`,
      EXIT.badData,
    );
  return reading;
}

function readFileOrRefuse(path: string, today: Temporal.PlainDate): ReturnType<typeof readRegisterFile> {
  try {
    return readRegisterFile(path, today);
  } catch (error) {
    if (error instanceof RegisterRefused) throw new Refused(`${path} wurde nicht übernommen. ${error.reason.de}`, EXIT.badData);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Refused(code === 'ENOENT' ? `Die Datei ${path} gibt es nicht.` : `${path} ist nicht zu lesen: ${message}`, EXIT.noInput);
  }
}
