import { Migration } from '@mikro-orm/migrations';

/** Which programme or call was taken over from which other server, so that a second import finds it and nothing is there twice. */
export class Migration20261129100000RememberImports extends Migration {
  override up(): void {
    this.addSql(`create table import_mark (
      source text not null,
      kind text not null check (kind in ('program', 'call')),
      external_id text not null,
      subject_id uuid not null,
      digest text not null,
      subject_version integer not null,
      imported_at timestamptz not null,
      primary key (source, kind, external_id)
    )`);
  }
}
