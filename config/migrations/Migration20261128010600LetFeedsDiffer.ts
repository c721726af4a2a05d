import { Migration } from '@mikro-orm/migrations';

/** A feed has a name and options, and may hold one call or what a saved search finds. */
export class Migration20261128010600LetFeedsDiffer extends Migration {
  override up(): void {
    this.addSql('alter table feed add column call_id uuid null references call (id)');
    this.addSql('alter table feed add column search_id uuid null references saved_search (id) on delete set null');
    this.addSql('alter table feed add column name text null');
    this.addSql('alter table feed add column options jsonb null');
    this.addSql(`alter table feed add constraint feed_scope
      check (scope in ('open', 'eligible', 'followed', 'followed_by_me', 'call', 'search') and (scope = 'call') = (call_id is not null))`);
  }
}
