import { Migration } from '@mikro-orm/migrations';

/**
 * What later registers change: authorities that a register no longer knows and whose successor is open, the changes themselves with who
 * confirmed them, and the keys that are no authorities, which a list of keys alone does not tell.
 */
export class Migration20261123001100FollowRegisterChanges extends Migration {
  override up(): void {
    this.addSql('alter table authority add column gone_on date null');
    this.addSql('alter table register_import drop constraint register_import_format_check');
    this.addSql(`alter table register_import add constraint register_import_format_check
      check (format in ('gv100ad', 'csv', 'keys-csv', 'changes-csv'))`);
    this.addSql(`create table authority_change (
      id uuid primary key,
      import_id uuid null references register_import (id),
      old_authority_id uuid null references authority (id),
      new_authority_id uuid null references authority (id),
      kind text not null check (kind in ('renamed', 'renumbered', 'merged', 'split', 'kind_changed', 'ended', 'new')),
      effective_on date not null,
      state text not null check (state in ('proposed', 'confirmed', 'rejected')),
      proposed_by text not null check (proposed_by in ('import', 'editor')),
      reason jsonb not null,
      result jsonb null,
      confirmed_by text null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (old_authority_id is not null or new_authority_id is not null)
    )`);
    this.addSql('create index authority_change_import on authority_change (import_id)');
    this.addSql('create index authority_change_old on authority_change (old_authority_id)');
    this.addSql('create index authority_change_new on authority_change (new_authority_id)');
    this.addSql(`create unique index authority_change_proposed on authority_change (old_authority_id, new_authority_id) nulls not distinct
      where state = 'proposed'`);
    this.addSql('create table left_out_key (key text primary key, name text not null, register_date date not null)');
  }
}
