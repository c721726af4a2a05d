import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SYSTEM_PLACES } from '@app/persistence/scope.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the code looks past row-level security, file by file: a new place has to be added here, in a review. */
const PLACES: Readonly<Record<string, readonly string[]>> = {};

function uses(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const entry of readdirSync(ROOT, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath}/${entry.name}`.slice(ROOT.length).replace(/^\//, '');
    if (!/^(libs|apps)\//.test(path) || !/\.tsx?$/.test(path) || /\.spec\./.test(path)) continue;
    const places = [...readFileSync(ROOT + path, 'utf8').matchAll(/systemScope\('([a-z-]+)'\)/g)].map((match) => match[1]!);
    if (places.length > 0) found[path] = [...new Set(places)].sort();
  }
  return found;
}

describe('the system scope', () => {
  it('is used in the places that are known, and nowhere else', () => {
    expect(uses()).toEqual(PLACES);
  });

  it('has no place that nobody uses', () => {
    const used = new Set(Object.values(PLACES).flat());
    expect(SYSTEM_PLACES.filter((place) => !used.has(place))).toEqual([]);
  });
});
