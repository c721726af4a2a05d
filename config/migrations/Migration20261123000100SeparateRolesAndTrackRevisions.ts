import { Migration } from '@mikro-orm/migrations';

/**
 * The application's own role (no superuser, no BYPASSRLS, owns nothing), the settings that row-level security reads, the audit trail,
 * the index revision and the idempotency keys. Roles are per cluster, hence the existence check.
 */
export class Migration20261123000100SeparateRolesAndTrackRevisions extends Migration {
  override up(): void {
    this.addSql(`do $$ begin
      if not exists (select from pg_roles where rolname = 'foerdertakt_app') then
        create role foerdertakt_app nosuperuser nobypassrls nocreatedb nocreaterole;
      end if;
    exception when duplicate_object or unique_violation then null; end $$`);
    this.addSql(`do $$ begin
      if not pg_has_role(current_user, 'foerdertakt_app', 'set') then
        execute format('grant foerdertakt_app to %I', current_user);
      end if;
    end $$`);
    this.addSql('create extension if not exists pg_trgm');
    this.addSql('grant usage on schema public to foerdertakt_app');
    this.addSql('alter default privileges in schema public grant select, insert, update, delete on tables to foerdertakt_app');
    this.addSql('alter default privileges in schema public grant usage, select on sequences to foerdertakt_app');

    this.addSql(`create function scope_is_system() returns boolean language sql stable parallel safe
      as $$ select coalesce(current_setting('foerdertakt.system', true), '') <> '' $$`);
    this.addSql(`create function scope_authorities() returns uuid[] language sql stable parallel safe
      as $$ select string_to_array(nullif(current_setting('foerdertakt.authorities', true), ''), ',')::uuid[] $$`);
    this.addSql(`create function scope_person() returns uuid language sql stable parallel safe
      as $$ select nullif(current_setting('foerdertakt.person', true), '')::uuid $$`);

    this.addSql(`create table instance (
      id integer primary key check (id = 1),
      domain text not null,
      secret text not null,
      demonstration boolean not null,
      created_at timestamptz not null
    )`);
    this.addSql('create table index_revision (id integer primary key check (id = 1), revision bigint not null)');
    this.addSql('insert into index_revision (id, revision) values (1, 0)');
    this.addSql(`create table audit_entry (
      id uuid primary key,
      at timestamptz not null,
      actor_kind text not null check (actor_kind in ('person', 'system')),
      actor_id text not null,
      action text not null,
      subject_kind text not null,
      subject_id text not null,
      detail jsonb not null
    )`);
    this.addSql('create index audit_entry_subject on audit_entry (subject_kind, subject_id, at)');
    this.addSql(`create table idempotency_key (
      actor_id text not null,
      key text not null,
      request_hash text not null,
      status integer null,
      headers jsonb null,
      body text null,
      created_at timestamptz not null,
      primary key (actor_id, key)
    )`);
  }
}
