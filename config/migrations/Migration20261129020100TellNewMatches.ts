import { Migration } from '@mikro-orm/migrations';

/**
 * How often a saved search tells its new matches and since when it does; the one search for what fits an authority (`profile`) is kept beside
 * the others. A watermark holds the calls (by ordinal) that the reader knows of: those found when it began, and those of letters that have gone.
 */
export class Migration20261129020100TellNewMatches extends Migration {
  override up(): void {
    this.addSql(`alter table saved_search add column frequency text not null default 'daily' check (frequency in ('daily', 'weekly'))`);
    this.addSql('alter table saved_search add column digest_since timestamptz null');
    this.addSql('alter table saved_search add column profile boolean not null default false');
    this.addSql('update saved_search set digest_since = updated_at where digest');
    this.addSql(`create table match_watermark (
      search_id uuid primary key references saved_search (id) on delete cascade,
      since timestamptz not null,
      told integer[] not null,
      edition integer not null,
      checked_on date null,
      updated_at timestamptz not null
    )`);
    this.addSql('alter table match_watermark enable row level security');
    this.addSql('alter table match_watermark force row level security');
    this.addSql(`create policy match_watermark_of_own on match_watermark using (scope_is_system()
      or search_id in (select id from saved_search where person_id = scope_person()))`);
  }
}
