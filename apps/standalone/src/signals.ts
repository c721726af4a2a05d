import { join, resolve } from 'node:path';
import { runningPostmaster } from '@app/persistence/embedded/postmaster.js';
import { complain, say } from '../../cli/src/say.js';
import type { Running } from './running.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm hands Ctrl-C on although the terminal has sent it already: within this time (milliseconds) it is the same one. */
const SAME_SIGNAL_MS = 1_000;
/** Longer than this (milliseconds) nobody waits for a clean end. */
const PATIENCE_MS = 9_000;

/** Ctrl-C and SIGTERM end everything cleanly, also in the middle of the start; a second one, or running out of patience, by force. */
export function stopOnSignals(starting: Promise<void>, running: Running, dataDir: string): void {
  let stoppingSince: number | undefined;
  const onSignal = () => {
    if (stoppingSince === undefined) {
      stoppingSince = performance.now();
      void stop(starting, running, dataDir);
    } else if (performance.now() - stoppingSince > SAME_SIGNAL_MS) force(dataDir);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('uncaughtException', (error) => {
    complain(error.stack ?? String(error));
    process.exitCode = 1;
    onSignal();
  });
}

async function stop(starting: Promise<void>, running: Running, dataDir: string): Promise<void> {
  say('Fördertakt wird beendet …');
  setTimeout(() => force(dataDir), PATIENCE_MS).unref();
  running.interrupt();
  await starting.catch(() => undefined);
  await running.stop();
  process.exit(process.exitCode ?? 0);
}

/** PostgreSQL ends at once and repairs itself at the next start; nothing that was committed is lost. */
function force(dataDir: string): never {
  const postgres = runningPostmaster(join(resolve(dataDir), 'pgdata'));
  if (postgres) process.kill(postgres.pid, 'SIGQUIT');
  complain('Fördertakt wurde sofort beendet.');
  process.exit(1);
}
