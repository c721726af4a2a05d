import { ApplyChanges } from '@app/authorities/changes/apply-changes.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { type ImportFormat, REGISTER_FORMATS } from '@app/authorities/read-register.js';
import { RegisterRefused } from '@app/authorities/register/register-refused.js';
import { systemActor } from '@app/kernel/actor.js';
import { type Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { readOptions } from '../options.js';
import { EXIT, Refused } from '../refusal.js';
import { readRegisterFile, reportOf, reportOfChanges } from '../register-file.js';
import { say } from '../say.js';
import type { Verb } from '../verb.js';

export const importRegisterVerb: Verb = {
  name: 'import-register',
  usage: `DATEI [--format ${REGISTER_FORMATS.join('|')}]`,
  sentence: 'liest ein Gemeindeverzeichnis ein; ohne --format wird es an der ersten Zeile erkannt',
  prepare(words) {
    const { options, rest } = readOptions(words, ['format'], 1);
    const format = options.format as ImportFormat | undefined;
    if (format && !REGISTER_FORMATS.includes(format)) {
      throw new Refused(`--format muss ${REGISTER_FORMATS.join(' oder ')} sein.`, EXIT.usage);
    }
    return async (desk) => {
      const { reading, listed } = readOrRefuse(rest[0]!, desk.clock, format);
      const context = await desk.context();
      const actor = systemActor('import-register');
      if (reading) {
        for (const line of reportOf(reading, await context.get(ImportRegister).run(actor, reading))) say(line);
      } else {
        const { counts, problems } = await context.get(ApplyChanges).run(actor, listed);
        for (const line of reportOfChanges(counts, problems)) say(line);
      }
      return 0;
    };
  },
};

/** A refused file ends with code 1, one that is not there with 66. */
function readOrRefuse(path: string, clock: Clock, format: ImportFormat | undefined): ReturnType<typeof readRegisterFile> {
  try {
    return readRegisterFile(path, dayAt(clock.now(), HOME_ZONE), format);
  } catch (error) {
    if (error instanceof RegisterRefused) {
      throw new Refused(`Die Datei wurde nicht übernommen${error.line > 0 ? ` (Zeile ${error.line})` : ''}. ${error.reason.de}`, 1);
    }
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Refused(code === 'ENOENT' ? `Die Datei ${path} gibt es nicht.` : `${path} ist nicht zu lesen: ${message}`, EXIT.noInput);
  }
}
