import { Migration } from '@mikro-orm/migrations';

/**
 * Other systems that are told of changes, and what was told to whom. A webhook with an authority belongs to that authority, one without to
 * the person who made it. The secret is readable, since both sides sign with it. Its overlap is real time, everything else the Clock's.
 */
export class Migration20261128010800KeepWebhooks extends Migration {
  override up(): void {
    this.addSql(`create table webhook (
      id uuid primary key,
      person_id uuid not null references person (id),
      authority_id uuid null references authority (id),
      url text not null,
      description text null,
      events text[] not null,
      state text not null check (state in ('active', 'paused', 'disabled')),
      disabled_reason text null check (disabled_reason in ('too-many-failures', 'gone')),
      failures integer not null,
      secret text not null,
      old_secret text null,
      old_secret_until timestamptz null,
      active_since timestamptz not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index webhook_authority on webhook (authority_id)');
    this.addSql('create index webhook_person on webhook (person_id)');
    this.addSql(`create table webhook_delivery (
      id uuid primary key,
      webhook_id uuid not null references webhook (id) on delete cascade,
      position bigint generated always as identity,
      event_id text not null,
      type text not null,
      body text not null,
      state text not null check (state in ('pending', 'delivered', 'failed')),
      attempts integer not null,
      last_status integer null,
      last_reason text null,
      last_attempt_at timestamptz null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint webhook_delivery_natural_key unique (webhook_id, event_id)
    )`);
    for (const table of ['webhook', 'webhook_delivery']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
    }
    this.addSql(`create policy webhook_of_own on webhook using (scope_is_system() or authority_id = any (scope_authorities())
      or (authority_id is null and person_id = scope_person()))`);
    this.addSql(`create policy webhook_delivery_of_own on webhook_delivery using (scope_is_system()
      or exists (select from webhook w where w.id = webhook_id))`);
  }
}
