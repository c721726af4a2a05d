// TypeScript for Node without a build step: node --import ./config/register.mjs x.ts
// Synchronous hooks (module.registerHooks), SWC as the compiler, the same .swcrc as the build, aliases from tsconfig "paths".
import { readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../', import.meta.url);
const swcrc = JSON.parse(readFileSync(new URL('.swcrc', root), 'utf8'));
const { paths } = JSON.parse(readFileSync(new URL('tsconfig.json', root), 'utf8')).compilerOptions;
const aliases = Object.entries(paths).map(([from, [to]]) => ({ prefix: from.replace(/\*$/, ''), wild: from.endsWith('*'), to }));
const isFile = (url) => statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() === true;
const swap = (url) => {
  if (isFile(url)) return url;
  for (const ext of ['.ts', '.tsx']) {
    const u = url.replace(/\.js$/, ext);
    if (u !== url && isFile(u)) return u;
  }
  return undefined;
};
registerHooks({
  resolve(specifier, context, next) {
    let url;
    for (const a of aliases) {
      if (!a.wild && specifier === a.prefix) url = new URL(a.to, root).href;
      else if (a.wild && specifier.startsWith(a.prefix)) url = new URL(a.to.replace('*', specifier.slice(a.prefix.length)), root).href;
      if (url) break;
    }
    if (!url && /^\.{1,2}\//.test(specifier) && context.parentURL?.startsWith(root.href) && !context.parentURL.includes('/node_modules/'))
      url = new URL(specifier, context.parentURL).href;
    const hit = url && swap(url);
    return hit ? { url: hit, shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!/\.tsx?$/.test(url) || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...swcrc,
      filename,
      swcrc: false,
      configFile: false,
      sourceMaps: 'inline',
      module: { type: 'es6' },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
process.env.MIKRO_ORM_CLI_ALWAYS_ALLOW_TS = '1'; // MikroORM then uses pathTs and accepts a .ts config
