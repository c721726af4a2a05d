import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUse, lockFolder } from '@app/persistence/embedded/folder-lock.js';
import { EXIT, Refused } from '../../cli/src/refusal.js';
import { say } from '../../cli/src/say.js';
import type { Running } from './running.js';

/** Whoever restarts should not have to wait for the end of the old process, which takes a moment (milliseconds). */
const WAIT_MS = 3_000;
const PAUSE_MS = 100;

/** Takes the data folder for this process. Throws Refused when another one has it and keeps it. */
export async function takeFolder(dir: string, running: Running): Promise<void> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return running.started('Die Sperre des Ordners', lockFolder(dir));
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      if (waited === 0) say(`Der Ordner ${dir} wird noch benutzt, einen Augenblick …`);
      if (waited >= WAIT_MS) throw refusalOf(error);
    }
    await sleep(PAUSE_MS);
  }
}

function refusalOf({ dir, pid }: FolderInUse): Refused {
  const sentence = `Der Ordner ${dir} wird schon von Prozess ${pid} benutzt. Beenden Sie ihn, oder wählen Sie mit DATA_DIR einen anderen.`;
  return new Refused(sentence, EXIT.tryLater);
}
