// npm start, npm run cli: builds only when a source is newer than the last build, then runs dist/apps/<app>/src/main.js in this very process.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = /(?<!\.spec)\.(ts|tsx|mjs|json)$/;

if (typeof Temporal === 'undefined') {
  process.stderr.write(`Node.js ${process.version} ist zu alt. Bitte mit "npm start" starten: Das nimmt das mitinstallierte Node.js 26.\n`);
  process.exit(1);
}

function newest(dir) {
  let latest = 0;
  for (const entry of readdirSync(dir, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && SOURCE.test(entry.name)) latest = Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs);
  }
  return latest;
}

/** An installation without sources (an image with dist/ alone) is never built. */
function isStale() {
  if (!existsSync(`${root}libs`)) return false;
  const stamp = `${root}dist/.built`;
  if (!existsSync(stamp)) return true;
  const settings = ['nest-cli.json', '.swcrc', 'tsconfig.json'].map((file) => statSync(root + file).mtimeMs);
  return Math.max(...settings, ...['apps', 'libs', 'config'].map((dir) => newest(root + dir))) > Date.parse(readFileSync(stamp, 'utf8'));
}

/** npm runs this below a shell, and a signal for npm ends that shell, not us: without a parent it is time to go. */
function followNpm() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}

const [app, ...args] = process.argv.slice(2);
if (process.env.npm_lifecycle_event) followNpm();
if (isStale()) {
  process.stderr.write('Fördertakt wird übersetzt …\n');
  const { build } = await import('./build.mjs');
  build();
}
// Compiled code is kept between starts: most of a start is loading modules.
nodeModule.enableCompileCache?.(`${root}node_modules/.cache/compiled`);
process.argv = [process.argv[0], `${root}dist/apps/${app}/src/main.js`, ...args];
process.setSourceMapsEnabled(true);
await import(`../dist/apps/${app}/src/main.js`);
