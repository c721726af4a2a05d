import { Migration } from '@mikro-orm/migrations';

/**
 * The days that an authority has set itself on the way to an application. `source` says what a day was reckoned from and is unique in a call, so
 * taking a plan over twice changes nothing; `planned_on` is the day that the plan gave, `closes_on` the closing day at that time. Removed ones
 * stay for a while, for calendars.
 */
export class Migration20261128010401KeepMilestones extends Migration {
  override up(): void {
    this.addSql(`create table milestone (
      id uuid primary key,
      authority_id uuid not null references authority (id),
      call_id uuid not null references call (id),
      source text not null,
      name jsonb not null,
      day date not null,
      planned_on date null,
      closes_on date null,
      done_at timestamptz null,
      removed_at timestamptz null,
      sequence integer not null,
      created_by text not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (authority_id, call_id, source)
    )`);
    this.addSql('create index milestone_call on milestone (call_id)');
    this.addSql('alter table milestone enable row level security');
    this.addSql('alter table milestone force row level security');
    this.addSql(`create policy milestone_of_own_authority on milestone
      using (scope_is_system() or authority_id = any (scope_authorities()))`);
  }
}
