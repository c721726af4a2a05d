import { Migration } from '@mikro-orm/migrations';

/**
 * Leads that somebody has chosen for one of their authorities, or for one call on behalf of it. Without leads: chosen once, and taken back
 * at `updated_at`, so that what holds instead counts from that day.
 */
export class Migration20261129030200LetLeadsDiffer extends Migration {
  override up(): void {
    this.addSql(`create table lead_choice (
      id uuid primary key,
      person_id uuid not null references person (id) on delete cascade,
      authority_id uuid not null references authority (id),
      call_id uuid null references call (id),
      leads integer[] null,
      unit text null check (unit in ('days', 'working_days')),
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint lead_choice_place unique nulls not distinct (person_id, authority_id, call_id),
      check ((leads is null) = (unit is null))
    )`);
    this.addSql('create index lead_choice_authority on lead_choice (authority_id)');
    this.addSql('create index lead_choice_call on lead_choice (call_id)');
    this.addSql('alter table lead_choice enable row level security');
    this.addSql('alter table lead_choice force row level security');
    this.addSql('create policy lead_choice_of_own on lead_choice using (scope_is_system() or person_id = scope_person())');
  }
}
