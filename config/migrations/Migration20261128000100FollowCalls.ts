import { Migration } from '@mikro-orm/migrations';

/**
 * What people decided about calls on behalf of an authority (colleagues see each other's), and the searches they keep (their own). Rows that
 * belong to an authority go to its successor with the foreign key.
 */
export class Migration20261128000100FollowCalls extends Migration {
  override up(): void {
    this.addSql(`create table stance (
      person_id uuid not null references person (id) on delete cascade,
      authority_id uuid not null references authority (id),
      call_id uuid not null references call (id),
      kind text not null check (kind in ('followed', 'dismissed')),
      reason text null,
      note text null,
      since timestamptz not null,
      version integer not null,
      updated_at timestamptz not null,
      primary key (person_id, authority_id, call_id),
      check ((kind = 'dismissed') = (reason is not null))
    )`);
    this.addSql('create index stance_authority on stance (authority_id, call_id)');
    this.addSql('create index stance_call on stance (call_id)');
    this.addSql(`create table saved_search (
      id uuid primary key,
      person_id uuid not null references person (id) on delete cascade,
      authority_id uuid null references authority (id),
      name text not null,
      filter jsonb not null,
      digest boolean not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index saved_search_person on saved_search (person_id)');
    for (const table of ['stance', 'saved_search']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      const own = table === 'stance' ? 'authority_id = any (scope_authorities())' : 'person_id = scope_person()';
      this.addSql(`create policy ${table}_of_own on ${table} using (scope_is_system() or ${own})`);
    }
  }
}
