import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
].sort();

/** What a heading is linked by, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (text: string): string[] => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
const linksIn = (text: string): string[] => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
const isElsewhere = (target: string): boolean => /^(https?|mailto):/.test(target);

/** Why a link leads nowhere; undefined where it leads somewhere. */
function faultOfLink(document: string, target: string): string | undefined {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(ROOT, file))) return `${document}: ${target} (no such file)`;
  if (anchor === undefined || !file.endsWith('.md')) return undefined;
  return anchorsIn(read(file)).includes(anchor) ? undefined : `${document}: ${target} (no such heading)`;
}

/** npm's own words for scripts: "npm start", "npm test", "npm run x". */
function scriptsIn(text: string): string[] {
  const named = [...text.matchAll(/\bnpm (?:run ([a-z:-]+)|(start|test)\b)/g)];
  return [...new Set(named.map(([, script, short]) => script ?? short!))].sort();
}

/** The properties of class Env, which are the settings. */
const SETTINGS = [...read('config/env.ts').matchAll(/^ {2}(?:.*\) )?([A-Z][A-Z_]+)\??(?::| =)/gm)].map(([, name]) => name!);

describe('the documents', () => {
  it.each(DOCUMENTS)('%s links only to what there is', (document) => {
    const faults = linksIn(read(document))
      .filter((target) => !isElsewhere(target))
      .map((target) => faultOfLink(document, target));
    expect(faults.filter(Boolean)).toEqual([]);
  });

  it('name only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknown = DOCUMENTS.flatMap((document) =>
      scriptsIn(read(document))
        .filter((script) => !Object.hasOwn(scripts, script))
        .map((script) => `${document}: npm run ${script}`),
    );
    expect(unknown).toEqual([]);
    expect(scriptsIn(read('README.md'))).toEqual(['bench', 'check', 'cli', 'start', 'test', 'test:clients', 'test:faults']);
  });

  it('describe every setting, and no setting that there is not', () => {
    const [, section = ''] = read('docs/operations.md').split(/^## Settings$/m);
    const described = [...section.split(/^## /m)[0]!.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!);
    expect(SETTINGS).toContain('MIGRATION_DATABASE_URL');
    expect(described.sort()).toEqual([...new Set(SETTINGS)].sort());
  });

  it('list every decision', () => {
    const files = readdirSync(join(ROOT, 'docs/adr')).filter((file) => /^\d{4}-/.test(file));
    expect(linksIn(read('docs/adr/README.md')).sort()).toEqual(files.sort());
    // numbers are given out when work begins: some may be missing, none may stand twice
    expect(new Set(files.map((file) => file.slice(0, 4))).size).toBe(files.length);
  });

  it('say of each decision what else was possible, and why it lost', () => {
    const files = readdirSync(join(ROOT, 'docs/adr')).filter((file) => /^\d{4}-/.test(file));
    const wanting = files.filter((file) => {
      const text = read(join('docs/adr', file));
      return !['## Context', '## Option', '## Decision', '## Consequences', 'Lost', 'Chosen'].every((part) => text.includes(part));
    });
    expect(wanting).toEqual([]);
  });
});

describe('the reading of documents', () => {
  it.each([
    ['docs/operations.md', 'nowhere.md', 'docs/operations.md: nowhere.md (no such file)'],
    ['docs/operations.md', '#no-such-heading', 'docs/operations.md: #no-such-heading (no such heading)'],
    ['docs/adr/README.md', '../operations.md#settings', undefined],
    ['docs/user/de.md', 'en.md', undefined],
  ])('of the link in %s to %s', (document, target, fault) => {
    expect(faultOfLink(document, target)).toBe(fault);
    expect(relative(ROOT, join(ROOT, document))).toBe(document);
  });

  it('finds the settings of config/env.ts', () => {
    expect(SETTINGS).toEqual(expect.arrayContaining(['NODE_ENV', 'PORT', 'HOST', 'BASE_URL', 'MAIL_FROM', 'DEMO', 'LOG_LEVEL']));
  });
});
