import { Migration } from '@mikro-orm/migrations';

/** People, what they are members of, sessions and API tokens (hashes only), and the attempts to sign in that are counted. */
export class Migration20261123000300CreateAccounts extends Migration {
  override up(): void {
    this.addSql(`create table person (
      id uuid primary key,
      email text not null,
      email_verified_at timestamptz null,
      name text not null,
      language text not null check (language in ('de', 'en')),
      roles text[] not null,
      password_hash text null,
      demonstration boolean not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create unique index person_email on person (lower(email))');
    this.addSql(`create table membership (
      person_id uuid not null references person (id) on delete cascade,
      authority_id uuid not null references authority (id),
      since timestamptz not null,
      primary key (person_id, authority_id)
    )`);
    this.addSql('create index membership_authority on membership (authority_id)');
    this.addSql(`create table session (
      token_hash text primary key,
      person_id uuid not null references person (id) on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`);
    this.addSql(`create table api_token (
      id uuid primary key,
      person_id uuid not null references person (id) on delete cascade,
      name text not null,
      token_hash text not null unique,
      created_at timestamptz not null,
      revoked_at timestamptz null
    )`);
    this.addSql('create table sign_in_attempt (bucket text not null, at timestamptz not null)');
    this.addSql('create index sign_in_attempt_bucket on sign_in_attempt (bucket, at)');
  }
}
