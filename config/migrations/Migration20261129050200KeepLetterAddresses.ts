import { Migration } from '@mikro-orm/migrations';

/**
 * Further addresses that letters go to, each proven by a click, and the tokens of those clicks (hashes only). A row whose id is its person's
 * is about the address that they sign in with: it only says whether letters go there. No row: they do.
 */
export class Migration20261129050200KeepLetterAddresses extends Migration {
  override up(): void {
    this.addSql(`create table letter_address (
      id uuid primary key,
      person_id uuid not null references person (id) on delete cascade,
      address text not null check (address = lower(address)),
      wanted boolean not null,
      verified_at timestamptz null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (person_id, address)
    )`);
    this.addSql('create index letter_address_address on letter_address (address)');
    this.addSql(`create table address_token (
      token_hash text primary key,
      address_id uuid not null references letter_address (id) on delete cascade,
      expires_at timestamptz not null
    )`);
    this.addSql('create index address_token_address on address_token (address_id)');
    this.addSql('alter table letter_address enable row level security');
    this.addSql('alter table letter_address force row level security');
    this.addSql('create policy letter_address_of_own on letter_address using (scope_is_system() or person_id = scope_person())');
    this.addSql('alter table address_token enable row level security');
    this.addSql('alter table address_token force row level security');
    this.addSql('create policy address_token_of_system on address_token using (scope_is_system())');
    this.addSql('drop policy address_trouble_of_own on address_trouble');
    this.addSql(`create policy address_trouble_of_own on address_trouble using (scope_is_system()
      or address in (select lower(email) from person where id = scope_person())
      or address in (select a.address from letter_address a where a.person_id = scope_person() and a.verified_at is not null))`);
  }
}
