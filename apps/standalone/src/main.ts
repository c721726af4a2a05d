import { InvalidEnvironment } from '@config/env.js';
import { Refused } from '../../cli/src/refusal.js';
import { complain, say } from '../../cli/src/say.js';
import { parseArguments, USAGE } from './command-line.js';
import { Interrupted, Running } from './running.js';
import { readSettings } from './settings.js';
import { stopOnSignals } from './signals.js';
import { takeFolder } from './take-folder.js';

/** What `npm start` runs: server, worker, PostgreSQL and a mail catcher in one process, until Ctrl-C. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) return say(USAGE);
  const args = parseArguments(process.argv.slice(2));
  const settings = readSettings(args);
  const running = new Running();
  await takeFolder(settings.env.DATA_DIR, running);
  say('Fördertakt startet …');
  const starting = import('./start.js').then(({ start }) => start(settings, args.register, running));
  stopOnSignals(starting, running, settings.env.DATA_DIR);
  try {
    await starting;
  } catch (error) {
    if (error instanceof Interrupted) return;
    await running.stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  const isExpected = error instanceof Refused || error instanceof InvalidEnvironment;
  complain(isExpected ? error.message : ((error as Error).stack ?? String(error)));
  process.exit(error instanceof Refused ? error.exitCode : error instanceof InvalidEnvironment ? InvalidEnvironment.EXIT_CODE : 1);
});
