import { Migration } from '@mikro-orm/migrations';

/** Authorities with their figures and facts, territories, and the imports of registers. A fact that staff entered is the authority's own. */
export class Migration20261123000200CreateAuthorities extends Migration {
  override up(): void {
    this.addSql(`create table territory (
      id text primary key,
      name text not null,
      official_name text not null
    )`);
    this.addSql('create sequence authority_ordinal as integer minvalue 0 start 0');
    this.addSql(`create table authority (
      id uuid primary key,
      ordinal integer not null unique,
      key text not null unique,
      name text not null,
      official_name text not null,
      types text[] not null,
      territory text not null,
      parent_key text null,
      zone text not null,
      origin text not null check (origin in ('register', 'demonstration', 'entered')),
      source text not null,
      register_date date null,
      valid_from date null,
      valid_to date null,
      search_text text not null,
      revision bigint not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index authority_revision on authority (revision)');
    this.addSql('create index authority_territory on authority (territory text_pattern_ops)');
    this.addSql('create index authority_types on authority using gin (types)');
    this.addSql('create index authority_search on authority using gin (search_text gin_trgm_ops)');
    this.addSql(`create table population_figure (
      authority_id uuid not null references authority (id) on delete cascade,
      as_of date not null,
      value integer not null check (value >= 0),
      source text not null,
      primary key (authority_id, as_of)
    )`);
    this.addSql(`create table fact (
      authority_id uuid not null references authority (id) on delete cascade,
      name text not null check (length(name) between 1 and 100),
      value jsonb not null check (jsonb_typeof(value) in ('boolean', 'number', 'string')),
      as_of date null,
      source text not null,
      visibility text not null check (visibility in ('public', 'authority')),
      entered_by uuid null,
      version integer not null,
      updated_at timestamptz not null,
      primary key (authority_id, name)
    )`);
    this.addSql('alter table fact enable row level security');
    this.addSql('alter table fact force row level security');
    this.addSql(`create policy fact_of_own_authority on fact
      using (visibility = 'public' or scope_is_system() or authority_id = any (scope_authorities()))
      with check (scope_is_system() or authority_id = any (scope_authorities()))`);
    this.addSql(`create table register_import (
      id uuid primary key,
      format text not null check (format in ('gv100ad', 'csv')),
      file_name text not null,
      content bytea null,
      state text not null check (state in ('queued', 'running', 'done', 'refused')),
      counts jsonb null,
      problems jsonb not null,
      requested_by text not null,
      version integer not null,
      created_at timestamptz not null,
      finished_at timestamptz null
    )`);
  }
}
