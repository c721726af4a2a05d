import '../../config/register.mjs'; // as in global-setup.mjs

export default async function teardown() {
  const { stopTestDatabase } = await import('./test-database-server.ts');
  await stopTestDatabase();
}
