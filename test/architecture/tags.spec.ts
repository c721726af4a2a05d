import { globSync, readFileSync } from 'node:fs';
import { TAGS } from '../../apps/server/src/edge/openapi/tags.js';

const files = globSync('apps/server/src/**/*.controller.ts');
const HANDLER = /^ {2}@(Get|Head|Post|Put|Patch|Delete)\(/gm;

describe('controllers for programs', () => {
  const described = files.map((file) => ({ file, text: readFileSync(file, 'utf8') })).filter(({ text }) => text.includes('@ApiTags('));

  it('stand under tags of edge/openapi/tags.ts', () => {
    const tags = described.flatMap(({ file, text }) => [...text.matchAll(/@ApiTags\(([^)]*)\)/g)].map(([, name]) => ({ file, name })));
    expect(tags.length).toBeGreaterThan(30);
    expect(tags.filter(({ name }) => !Object.hasOwn(TAGS, name!.replaceAll("'", '')))).toEqual([]);
  });

  it('say of each operation in one sentence what it does', () => {
    const without = described.filter(({ text }) => (text.match(HANDLER) ?? []).length > (text.match(/@ApiOperation\(/g) ?? []).length);
    expect(without.map(({ file }) => file)).toEqual([]);
  });
});
