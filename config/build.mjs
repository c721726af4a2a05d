// Builds apps, libs and config into dist/ with Nest CLI (swc, no type check: `npm run typecheck` does that).
// One pass is enough: the standalone app imports every other app, and its swc file list names them all (nest-cli.json).
// dist/ is written over, never emptied: a process that runs from it may still load a module of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the process when the build fails; dist/.built then is missing, so the next start builds again. */
export function build() {
  const startedAt = new Date();
  rmSync(`${root}dist/.built`, { force: true });
  const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build', 'standalone'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}\n`);
    process.exit(status ?? 1);
  }
  mkdirSync(`${root}dist`, { recursive: true });
  // What was saved while the build ran is newer than this.
  writeFileSync(`${root}dist/.built`, startedAt.toISOString());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
