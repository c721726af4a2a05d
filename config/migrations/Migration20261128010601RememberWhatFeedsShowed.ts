import { Migration } from '@mikro-orm/migrations';

/**
 * Which calls a feed has shown, so that one that leaves it stays as cancelled for a while, and which programs fetch it, so that its owner
 * learns when one has stopped.
 */
export class Migration20261128010601RememberWhatFeedsShowed extends Migration {
  override up(): void {
    this.addSql(`create table feed_call (
      feed_id uuid not null references feed (id),
      call_id uuid not null references call (id),
      authority_id uuid not null references authority (id),
      gone_at timestamptz null,
      turns integer not null,
      turned_at timestamptz null,
      primary key (feed_id, call_id)
    )`);
    this.addSql('create index feed_call_authority on feed_call (authority_id)');
    this.addSql(`create table feed_fetch (
      feed_id uuid not null references feed (id),
      program text not null,
      authority_id uuid not null references authority (id),
      last_at timestamptz not null,
      days_in_a_row integer not null,
      silence_told_at timestamptz null,
      primary key (feed_id, program)
    )`);
    this.addSql('create index feed_fetch_authority on feed_fetch (authority_id)');
    for (const table of ['feed_call', 'feed_fetch']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy ${table}_of_own_authority on ${table}
        using (scope_is_system() or authority_id = any (scope_authorities()))`);
    }
  }
}
