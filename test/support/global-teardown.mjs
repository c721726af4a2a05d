import { rmSync } from 'node:fs';

export default async function teardown() {
  if (!globalThis.__PG__) return;
  await globalThis.__PG__.server.stop();
  rmSync(globalThis.__PG__.dataDir, { recursive: true, force: true });
}
