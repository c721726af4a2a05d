import { Migration } from '@mikro-orm/migrations';

/** What an authority as a whole has chosen about mail; no row is the default: it hears of calls that nobody there follows. */
export class Migration20261129020200LetAuthoritiesChooseMail extends Migration {
  override up(): void {
    this.addSql(`create table authority_mail (
      authority_id uuid primary key references authority (id),
      tells_unheard boolean not null,
      version integer not null,
      updated_at timestamptz not null
    )`);
    this.addSql('alter table authority_mail enable row level security');
    this.addSql('alter table authority_mail force row level security');
    this.addSql(`create policy authority_mail_of_own on authority_mail using (scope_is_system() or authority_id = any (scope_authorities()))`);
  }
}
