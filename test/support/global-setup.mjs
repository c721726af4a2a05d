import '../../config/register.mjs'; // jest loads globalSetup with plain Node, outside its own transform and resolver

/** FT_NO_DB=1 leaves the database out: pure specs then start at once. */
export default async function setup() {
  if (process.env.FT_NO_DB === '1') return;
  const { startTestDatabase } = await import('./test-database-server.ts');
  await startTestDatabase();
}
