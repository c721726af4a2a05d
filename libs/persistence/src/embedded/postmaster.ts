import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RunningPostmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A pid alone proves nothing: it may be a zombie, or after a restart some other program. On Linux the command line tells. */
export function isPostmaster(pid: number, dir: string): boolean {
  if (process.platform !== 'linux') return answersSignals(pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dir);
  } catch {
    return false;
  }
}

/** What postmaster.pid says (line 1 pid, line 4 port, line 8 status), if that server really runs; undefined if the file is stale. */
export function runningPostmaster(dir: string): RunningPostmaster | undefined {
  const file = join(dir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return isPostmaster(pid, dir) ? { pid, port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' } : undefined;
}
