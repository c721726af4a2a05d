import { Migration } from '@mikro-orm/migrations';

/**
 * A letter that the mail server does not take for now waits, longer each time: `refusals` counts these times (a job is for one of them, so a
 * job that comes too late does nothing), `tried_at` is the last. Letters of the last minute are counted before more are bound.
 */
export class Migration20261128010100LetRefusedLettersWait extends Migration {
  override up(): void {
    this.addSql('alter table letter add column refusals integer not null default 0');
    this.addSql('alter table letter add column tried_at timestamptz null');
    this.addSql('create index letter_bound_at on letter (bound_at)');
  }
}
