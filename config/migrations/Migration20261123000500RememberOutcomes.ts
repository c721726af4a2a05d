import { Migration } from '@mikro-orm/migrations';

/** The last outcome bitmaps of each published call, so that a change can say who gained and who lost. About 1.4 kB a bitmap. */
export class Migration20261123000500RememberOutcomes extends Migration {
  override up(): void {
    this.addSql(`create table call_outcome (
      call_id uuid primary key references call (id),
      call_version integer not null,
      revision bigint not null,
      eligible bytea not null,
      eligible_jointly bytea not null,
      undetermined bytea not null,
      computed_at timestamptz not null
    )`);
  }
}
