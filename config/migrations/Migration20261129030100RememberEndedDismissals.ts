import { Migration } from '@mikro-orm/migrations';

/** When somebody last took a dismissal back: reminders that would have come before that day stay away. */
export class Migration20261129030100RememberEndedDismissals extends Migration {
  override up(): void {
    this.addSql(`create table ended_dismissal (
      person_id uuid not null references person (id) on delete cascade,
      authority_id uuid not null references authority (id),
      call_id uuid not null references call (id),
      ended_at timestamptz not null,
      primary key (person_id, authority_id, call_id)
    )`);
    this.addSql('create index ended_dismissal_authority on ended_dismissal (authority_id)');
    this.addSql('create index ended_dismissal_call on ended_dismissal (call_id)');
    this.addSql('alter table ended_dismissal enable row level security');
    this.addSql('alter table ended_dismissal force row level security');
    this.addSql(`create policy ended_dismissal_of_own on ended_dismissal using (scope_is_system() or authority_id = any (scope_authorities()))`);
  }
}
