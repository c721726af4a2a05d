import { Migration } from '@mikro-orm/migrations';

/** Calendar feeds belong to an authority. Only the hash of a token is stored; a renewed one stays 14 days to say so. */
export class Migration20261123000600CreateFeeds extends Migration {
  override up(): void {
    this.addSql(`create table feed (
      id uuid primary key,
      authority_id uuid not null references authority (id),
      created_by uuid not null,
      scope text not null,
      language text not null check (language in ('de', 'en')),
      token_hash text not null unique,
      last_fetched_at timestamptz null,
      last_program text null,
      deleted_at timestamptz null,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index feed_authority on feed (authority_id)');
    this.addSql(`create table renewed_feed_token (
      token_hash text primary key,
      feed_id uuid not null references feed (id),
      authority_id uuid not null references authority (id),
      renewed_at timestamptz not null
    )`);
    for (const table of ['feed', 'renewed_feed_token']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy ${table}_of_own_authority on ${table}
        using (scope_is_system() or authority_id = any (scope_authorities()))`);
    }
  }
}
