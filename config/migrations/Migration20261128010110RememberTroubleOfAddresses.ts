import { Migration } from '@mikro-orm/migrations';

/** Addresses that mail servers refuse for good: after some such letters nothing more is sent there, until somebody says that it works again. */
export class Migration20261128010110RememberTroubleOfAddresses extends Migration {
  override up(): void {
    this.addSql(`create table address_trouble (
      address text primary key check (address = lower(address)),
      hard_bounces integer not null,
      last_reason text not null,
      last_bounce_at timestamptz not null,
      suspended_at timestamptz null
    )`);
    this.addSql('create index person_lower_email on person (lower(email))');
    this.addSql('alter table address_trouble enable row level security');
    this.addSql('alter table address_trouble force row level security');
    this.addSql(`create policy address_trouble_of_own on address_trouble using (scope_is_system()
      or address in (select lower(email) from person where id = scope_person()))`);
  }
}
