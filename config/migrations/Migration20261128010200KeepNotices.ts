import { Migration } from '@mikro-orm/migrations';

/**
 * What is told by mail beside the reminders, each once for ever by its natural key; and what kind a letter is, so that a letter about a change
 * never counts as the day's letter of reminders.
 */
export class Migration20261128010200KeepNotices extends Migration {
  override up(): void {
    this.addSql(`alter table letter add column kind text not null default 'reminders'`);
    this.addSql(`create table notice (
      id uuid primary key,
      person_id uuid not null references person (id),
      authority_id uuid null references authority (id),
      call_id uuid null references call (id),
      kind text not null,
      subject text not null,
      params jsonb not null,
      due_at timestamptz not null,
      state text not null check (state in ('planned', 'bound', 'sent', 'skipped', 'failed')),
      reason text null,
      letter_id uuid null references letter (id),
      sent_at timestamptz null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint notice_natural_key unique nulls not distinct (person_id, authority_id, kind, subject)
    )`);
    this.addSql(`create index notice_due on notice (due_at) where state = 'planned'`);
    this.addSql('create index notice_letter on notice (letter_id)');
    this.addSql('create index notice_call on notice (call_id)');
    this.addSql('alter table notice enable row level security');
    this.addSql('alter table notice force row level security');
    this.addSql(`create policy notice_of_own on notice
      using (scope_is_system() or authority_id = any (scope_authorities()) or person_id = scope_person())`);
  }
}
