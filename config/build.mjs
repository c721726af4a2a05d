// Builds apps, libs and config into dist/ with Nest CLI (swc, no type check: `npm run typecheck` does that).
// One pass is enough: the standalone app imports every other app, and its swc file list names them all (nest-cli.json).
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export function build() {
  rmSync(`${root}dist`, { recursive: true, force: true });
  const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  const { status } = spawnSync(process.execPath, [nest, 'build', 'standalone'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(`${root}dist/.built`, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
