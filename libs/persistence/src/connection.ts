/** The role that the application works under: owns nothing, no superuser, subject to row-level security. */
export const APP_ROLE = 'foerdertakt_app';

/**
 * How server and worker connect: as APP_ROLE itself, or with a login that becomes APP_ROLE for the whole connection
 * (a start-up option, so even RESET ROLE leads back to it).
 */
export function appConnectionOptions(url: string): { connectionString: string; options?: string } {
  const user = decodeURIComponent(new URL(url).username);
  return user === APP_ROLE ? { connectionString: url } : { connectionString: url, options: `-c role=${APP_ROLE}` };
}

/** Reads what the connection may do; `refusal` says in a sentence why the application must not work with it. */
export async function refusalOf(query: (sql: string) => Promise<{ rows: unknown[] }>): Promise<string | undefined> {
  const { rows } = await query(`select current_user as name, rolsuper as superuser, rolbypassrls as bypass,
    current_setting('server_version_num')::int as version from pg_roles where rolname = current_user`);
  const role = rows[0] as { name: string; superuser: boolean; bypass: boolean; version: number };
  if (role.version < 160_000) return `PostgreSQL 16 or newer is needed, this is ${Math.floor(role.version / 10_000)}`;
  if (role.superuser || role.bypass) return `the database role "${role.name}" bypasses row-level security; use ${APP_ROLE}`;
  return undefined;
}
