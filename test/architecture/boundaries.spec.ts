import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const config = createRequire(import.meta.url)('../../config/dependency-cruiser.cjs');

/** Each boundary with a file that breaks it: a guard that nobody has seen fail is decoration. */
const PLANTED: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['floor-of-kernel', 'libs/kernel/src/planted.ts', '../../funding/src/target.js'],
  ['floor-of-eligibility', 'libs/eligibility/src/planted.ts', '../../deadlines/src/target.js'],
  ['floor-of-deadlines', 'libs/deadlines/src/planted.ts', '../../eligibility/src/target.js'],
  ['floor-of-ical', 'libs/ical/src/planted.ts', '../../funding/src/target.js'],
  ['floor-of-persistence', 'libs/persistence/src/planted.ts', '../../authorities/src/target.js'],
  ['floor-of-mail', 'libs/mail/src/planted.ts', '../../reminders/src/target.js'],
  ['floor-of-authorities', 'libs/authorities/src/planted.ts', '../../accounts/src/target.js'],
  ['floor-of-accounts', 'libs/accounts/src/planted.ts', '../../funding/src/target.js'],
  ['floor-of-funding', 'libs/funding/src/planted.ts', '../../matching/src/target.js'],
  ['floor-of-matching', 'libs/matching/src/planted.ts', '../../reminders/src/target.js'],
  ['floor-of-tracking', 'libs/tracking/src/planted.ts', '../../calendar/src/target.js'],
  ['floor-of-calendar', 'libs/calendar/src/planted.ts', '../../reminders/src/target.js'],
  ['floor-of-reminders', 'libs/reminders/src/planted.ts', '../../webhooks/src/target.js'],
  ['libs-do-not-import-apps-or-config', 'libs/funding/src/planted.ts', '../../../apps/server/src/target.js'],
  ['libs-do-not-import-apps-or-config', 'libs/funding/src/planted.ts', '../../../config/target.js'],
  ['server-imports-no-other-app', 'apps/server/src/planted.ts', '../../worker/src/target.js'],
  ['worker-imports-no-other-app', 'apps/worker/src/planted.ts', '../../server/src/target.js'],
  ['cli-imports-no-other-app', 'apps/cli/src/planted.ts', '../../standalone/src/target.js'],
  ['pure-libs-use-no-package', 'libs/kernel/src/planted.ts', 'node:fs'],
  ['pure-libs-use-no-package', 'libs/eligibility/src/planted.ts', '@nestjs/common'],
  ['date-holidays-in-deadlines-only', 'libs/funding/src/planted.ts', 'date-holidays'],
  ['orm-in-schemas-and-stores-only', 'libs/funding/src/call.ts', '@mikro-orm/core'],
  ['not-to-unresolvable', 'libs/funding/src/planted.ts', './nowhere.js'],
  ['names-that-say-nothing', 'libs/funding/src/planted.ts', './helpers.js'],
];

async function violationsOf(file: string, imports: string): Promise<string[]> {
  const tree = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    };
    write(file, `import * as target from '${imports}';\nexport const planted = target;\n`);
    if (imports.startsWith('.') && !imports.includes('nowhere')) {
      write(join(dirname(file), imports.replace(/\.js$/, '.ts')), 'export const target = 1;\n');
    }
    const { tsConfig: _tsConfig, ...options } = config.options;
    const result = await cruise(
      ['libs', 'apps', 'config'].filter((dir) => file.startsWith(dir)),
      {
        ...options,
        baseDir: tree,
        validate: true,
        ruleSet: { forbidden: config.forbidden },
      },
    );
    return (result.output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

describe('the boundaries of the house', () => {
  it.each(PLANTED)('%s notices %s importing %s', async (rule, file, imports) => {
    expect(await violationsOf(file, imports)).toContain(rule);
  });

  it('notice a circle', async () => {
    const tree = mkdtempSync(join(tmpdir(), 'planted-'));
    mkdirSync(join(tree, 'libs/funding/src'), { recursive: true });
    writeFileSync(join(tree, 'libs/funding/src/a.ts'), `import { b } from './b.js';\nexport const a = () => b;\n`);
    writeFileSync(join(tree, 'libs/funding/src/b.ts'), `import { a } from './a.js';\nexport const b = () => a;\n`);
    const { tsConfig: _tsConfig, ...options } = config.options;
    const result = await cruise(['libs'], { ...options, baseDir: tree, validate: true, ruleSet: { forbidden: config.forbidden } });
    rmSync(tree, { recursive: true, force: true });
    expect((result.output as ICruiseResult).summary.violations.map((violation) => violation.rule.name)).toContain('no-circular');
  });

  it('let an import downwards pass', async () => {
    expect(await violationsOf('libs/funding/src/planted.ts', '../../kernel/src/target.js')).toEqual([]);
  });

  it('have a rule planted for every rule there is', () => {
    const names: string[] = config.forbidden.map((rule: { name: string }) => rule.name);
    const later = ['floor-of-outbound', 'floor-of-webhooks'];
    const planted = [...PLANTED.map(([rule]) => rule), 'no-circular'];
    expect(names.filter((name) => !planted.includes(name) && !later.includes(name))).toEqual([]);
  });
});
