import { Migration } from '@mikro-orm/migrations';

/** Programmes, calls (rounds) and every published version of a call. Rule, deadlines and award are documents: they change as one. */
export class Migration20261123000400CreateProgramsAndCalls extends Migration {
  override up(): void {
    this.addSql(`create table program (
      id uuid primary key,
      title jsonb not null,
      summary jsonb not null,
      partners jsonb not null,
      topics text[] not null,
      funding_level text null,
      guideline_url text null,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create sequence call_ordinal as integer minvalue 0 start 0');
    this.addSql(`create table call (
      id uuid primary key,
      ordinal integer not null unique,
      program_id uuid not null references program (id),
      round text not null,
      title jsonb null,
      summary jsonb null,
      rule jsonb not null,
      deadlines jsonb not null,
      award jsonb not null,
      partners jsonb not null,
      source jsonb null,
      previous_call_id uuid null references call (id),
      winners text[] not null,
      state text not null check (state in ('draft', 'published', 'withdrawn')),
      published_at timestamptz null,
      withdrawn_at timestamptz null,
      withdrawal_reason text null,
      content_changed_at timestamptz not null,
      search_text text not null,
      revision bigint not null,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index call_program on call (program_id)');
    this.addSql('create index call_revision on call (revision)');
    this.addSql('create index call_published on call (published_at desc, id desc)');
    this.addSql('create index call_search on call using gin (search_text gin_trgm_ops)');
    this.addSql(`create index call_words on call using gin (to_tsvector('german', search_text))`);
    this.addSql(`create table call_version (
      call_id uuid not null references call (id),
      version integer not null,
      change text not null check (change in ('published', 'changed', 'amended', 'withdrawn')),
      reason text null,
      document jsonb not null,
      changed_by text not null,
      changed_at timestamptz not null,
      primary key (call_id, version)
    )`);
  }
}
