import { Migration } from '@mikro-orm/migrations';

/** What somebody chose about their letters beside the times: whether dates come along as a file. No row is the default: no. */
export class Migration20261129020300LetLettersCarryDates extends Migration {
  override up(): void {
    this.addSql(`create table letter_option (
      person_id uuid primary key references person (id) on delete cascade,
      attaches_dates boolean not null,
      version integer not null,
      updated_at timestamptz not null
    )`);
    this.addSql('alter table letter_option enable row level security');
    this.addSql('alter table letter_option force row level security');
    this.addSql('create policy letter_option_of_own on letter_option using (scope_is_system() or person_id = scope_person())');
  }
}
