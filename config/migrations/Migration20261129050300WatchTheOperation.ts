import { Migration } from '@mikro-orm/migrations';

/**
 * When each task last ran through, in real time, and what is wrong with the operation of the installation: one open trouble of a kind, whoever
 * notices it, so that the operator hears of it once. Nothing in it belongs to an authority.
 */
export class Migration20261129050300WatchTheOperation extends Migration {
  override up(): void {
    this.addSql(`create table task_tick (
      task text primary key,
      ticked_at timestamptz null,
      failed_at timestamptz null,
      reason text null
    )`);
    this.addSql(`create table trouble (
      id uuid primary key,
      kind text not null check (kind in ('no-tick', 'mail-fails', 'clock-apart', 'queue-grows')),
      params jsonb not null,
      since timestamptz not null,
      ended_at timestamptz null,
      claimed_at timestamptz null,
      told_at timestamptz null,
      end_told_at timestamptz null
    )`);
    this.addSql('create unique index trouble_open on trouble (kind) where ended_at is null');
    this.addSql('create index trouble_since on trouble (since)');
    this.addSql('create index letter_sent_at on letter (sent_at)');
  }
}
