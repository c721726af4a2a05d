import { Migration } from '@mikro-orm/migrations';

/**
 * Who is away from when until when, and who stands in for them with an authority; and the copies of a letter that goes to others than to its
 * person's own address alone, each with what became of it.
 */
export class Migration20261129050100KeepAbsences extends Migration {
  override up(): void {
    this.addSql(`create table absence (
      id uuid primary key,
      person_id uuid not null references person (id) on delete cascade,
      authority_id uuid not null references authority (id),
      from_day date not null,
      until_day date not null,
      deputy_id uuid not null references person (id) on delete cascade,
      also_to_me boolean not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (until_day >= from_day),
      check (deputy_id <> person_id)
    )`);
    this.addSql('create index absence_person on absence (person_id, until_day)');
    this.addSql('create index absence_deputy on absence (deputy_id)');
    this.addSql('create index absence_authority on absence (authority_id)');
    this.addSql(`create table letter_copy (
      letter_id uuid not null references letter (id) on delete cascade,
      person_id uuid not null references person (id),
      address text not null,
      deputy boolean not null,
      absent_until date null,
      authority_ids uuid[] not null,
      refusals integer not null,
      state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
      response text null,
      sent_at timestamptz null,
      primary key (letter_id, person_id, address)
    )`);
    for (const table of ['absence', 'letter_copy']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
    }
    this.addSql(`create policy absence_of_own_authority on absence using (scope_is_system() or authority_id = any (scope_authorities()))`);
    this.addSql(`create policy letter_copy_of_own on letter_copy using (scope_is_system() or person_id = scope_person()
      or exists (select from letter l where l.id = letter_id) or exists (select from reminder r where r.letter_id = letter_copy.letter_id))`);
  }
}
