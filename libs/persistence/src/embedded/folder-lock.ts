import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody else uses the data folder already. */
export class FolderInUse extends Error {
  constructor(
    readonly dir: string,
    readonly pid: number,
  ) {
    super(`${dir} is in use by process ${pid}`);
  }
}

/** When a process was started, in clock ticks since boot: tells a living owner from another program that got its pid. Linux only. */
function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number, started: string): boolean {
  if (process.platform === 'linux') return startTime(pid) === started;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Takes the folder for this process, or throws FolderInUse. The lock file holds pid and start time; a stale one is replaced.
 * Made by link(2), which fails if the name exists, so of two starts at once exactly one wins. Answers how to give it back.
 */
export function lockFolder(dir: string): () => void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, 'foerdertakt.lock');
  const mine = `${file}.${process.pid}`;
  const content = `${process.pid} ${startTime(process.pid) ?? ''}\n`;
  writeFileSync(mine, content, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(mine, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const [pid, started] = readFileSync(file, 'utf8').trim().split(' ') as [string, string | undefined];
        if (isAlive(Number(pid), started ?? '')) throw new FolderInUse(dir, Number(pid));
        rmSync(file, { force: true });
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
}
