import { Migration } from '@mikro-orm/migrations';

/**
 * Preferences, the ledger and the letters. The ledger's UNIQUE key is what makes a reminder happen once for ever;
 * the queue only carries work. Preferences and letters are a person's own, ledger rows belong to an authority.
 */
export class Migration20261123000700CreateReminders extends Migration {
  override up(): void {
    this.addSql(`create table reminder_preference (
      person_id uuid primary key references person (id) on delete cascade,
      leads integer[] not null,
      unit text not null check (unit in ('days', 'working_days')),
      about text not null check (about in ('eligible', 'followed')),
      frequency text not null check (frequency in ('immediate', 'daily', 'weekly')),
      stopped_at timestamptz null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql(`create table letter (
      id uuid primary key,
      person_id uuid not null references person (id),
      local_day date not null,
      number integer not null,
      state text not null check (state in ('bound', 'sent', 'dropped', 'failed')),
      subject text null,
      attempts integer not null,
      claimed_at timestamptz null,
      response text null,
      bound_at timestamptz not null,
      sent_at timestamptz null,
      unique (person_id, local_day, number)
    )`);
    this.addSql(`create table reminder (
      id uuid primary key,
      person_id uuid not null references person (id),
      authority_id uuid not null references authority (id),
      call_id uuid not null references call (id),
      deadline_id text not null,
      closing integer not null,
      closes_on date not null,
      lead integer not null,
      unit text not null,
      kind text not null,
      due_at timestamptz not null,
      state text not null check (state in ('planned', 'bound', 'sent', 'skipped', 'failed')),
      reason text null,
      letter_id uuid null references letter (id),
      sent_at timestamptz null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint reminder_natural_key unique (person_id, authority_id, call_id, deadline_id, closes_on, lead, unit, kind)
    )`);
    this.addSql(`create index reminder_due on reminder (due_at) where state = 'planned'`);
    this.addSql('create index reminder_letter on reminder (letter_id)');
    this.addSql('create index reminder_call on reminder (call_id)');
    for (const table of ['reminder_preference', 'letter', 'reminder']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      const own = table === 'reminder' ? 'authority_id = any (scope_authorities())' : 'person_id = scope_person()';
      this.addSql(`create policy ${table}_of_own on ${table} using (scope_is_system() or ${own})`);
    }
    this.addSql(`create table task_run (
      id uuid primary key,
      task text not null,
      started_at timestamptz not null,
      finished_at timestamptz null,
      seen integer not null,
      changed integer not null,
      skipped integer not null,
      failed integer not null
    )`);
    this.addSql('create index task_run_task on task_run (task, started_at desc)');
  }
}
