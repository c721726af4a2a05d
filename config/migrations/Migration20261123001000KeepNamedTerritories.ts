import { Migration } from '@mikro-orm/migrations';

/**
 * Sets of territories that editors keep, and what they were when; nobody owns one. A removed set stays as a row that says so, so that every
 * index hears of it and a version never comes twice.
 */
export class Migration20261123001000KeepNamedTerritories extends Migration {
  override up(): void {
    this.addSql(`create table named_territory (
      slug text primary key check (slug ~ '^[a-z0-9-]{1,60}$'),
      title jsonb not null,
      source text not null,
      source_url text null,
      valid_from date null,
      valid_to date null,
      entries text[] not null,
      includes text[] not null,
      excludes text[] not null,
      deleted_at timestamptz null,
      revision bigint not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index named_territory_revision on named_territory (revision)');
    this.addSql(`create table named_territory_version (
      slug text not null references named_territory (slug),
      revision bigint not null,
      recorded_at timestamptz not null,
      document jsonb null,
      primary key (slug, revision)
    )`);
  }
}
