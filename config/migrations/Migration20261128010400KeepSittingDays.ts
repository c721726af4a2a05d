import { Migration } from '@mikro-orm/migrations';

/**
 * When the bodies of an authority sit, and what has to be done how long before. Both are the authority's own and go to its successor with the
 * foreign key. `origin` is the calendar's name of an imported sitting, else the row's id: what a file says again is found by it.
 */
export class Migration20261128010400KeepSittingDays extends Migration {
  override up(): void {
    this.addSql(`create table sitting_day (
      id uuid primary key,
      authority_id uuid not null references authority (id),
      day date not null,
      kind text not null check (kind in ('council', 'committee')),
      name text not null,
      origin text not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (authority_id, day, kind, name),
      unique (authority_id, origin)
    )`);
    this.addSql(`create table lead_steps (
      authority_id uuid primary key references authority (id),
      steps jsonb not null,
      version integer not null,
      updated_at timestamptz not null
    )`);
    for (const table of ['sitting_day', 'lead_steps']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy ${table}_of_own_authority on ${table}
        using (scope_is_system() or authority_id = any (scope_authorities()))`);
    }
  }
}
