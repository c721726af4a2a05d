import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';

const resolve = createRequire(import.meta.url).resolve;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The folder of package.json, whether this file runs from apps/ or from dist/apps/ (swc copies only .ts, so assets stay at their source). */
export function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('package.json was not found above the server');
    folder = above;
  }
  return folder;
}

/** Styles, fonts and scripts: KERN's and Swagger's from their packages, ours from web/public. */
export function useAssets(app: NestExpressApplication): void {
  const root = repositoryRoot();
  // Not immutable: the addresses bear no version, and an update must reach everybody the next day.
  const fromPackage = { index: false, redirect: false, maxAge: DAY_MS } as const;
  app.useStaticAssets(join(root, 'node_modules/@kern-ux/native/dist'), { ...fromPackage, prefix: '/assets/kern' });
  app.useStaticAssets(dirname(resolve('swagger-ui-dist/package.json')), { ...fromPackage, prefix: '/assets/swagger' });
  app.useStaticAssets(join(root, 'apps/server/src/web/public'), { index: false, redirect: false, maxAge: HOUR_MS, prefix: '/assets' });
}
