import { Migration } from '@mikro-orm/migrations';

/**
 * What was known when: each state of an authority under the index revision that brought it, each version of a call likewise, and each outcome
 * that differed from the one before. A stored outcome can so be reckoned again and gives the same answer.
 */
export class Migration20261123000900KeepHistory extends Migration {
  override up(): void {
    this.addSql(`create table authority_version (
      authority_id uuid not null references authority (id),
      revision bigint not null,
      recorded_at timestamptz not null,
      document jsonb not null,
      primary key (authority_id, revision)
    )`);
    this.addSql('create index authority_version_recorded on authority_version (recorded_at)');
    // The documents hold facts that staff entered.
    this.addSql('alter table authority_version enable row level security');
    this.addSql('alter table authority_version force row level security');
    this.addSql(`create policy authority_version_of_own_authority on authority_version
      using (scope_is_system() or authority_id = any (scope_authorities()))`);
    this.addSql('alter table call_version add column revision bigint not null default 0');
    this.addSql('alter table call_outcome drop constraint call_outcome_pkey');
    this.addSql('alter table call_outcome add primary key (call_id, revision)');
  }
}
