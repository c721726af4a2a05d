// npm start, npm run cli: builds only when a source is newer than dist/.built, then runs dist/apps/<app>/src/main.js in this very process.
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function newest(dir) {
  let latest = 0;
  for (const entry of readdirSync(dir, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs);
  }
  return latest;
}

const [app, ...args] = process.argv.slice(2);
const built = statSync(`${root}dist/.built`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = Math.max(...['apps', 'libs', 'config'].map((dir) => newest(root + dir)));
if (sources > built) {
  if (app === 'standalone') process.stdout.write('Fördertakt: building …\n');
  const { build } = await import('./build.mjs');
  build();
}
process.argv = [process.argv[0], `${root}dist/apps/${app}/src/main.js`, ...args];
process.setSourceMapsEnabled(true);
await import(`../dist/apps/${app}/src/main.js`);
