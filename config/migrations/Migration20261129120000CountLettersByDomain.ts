import { Migration } from '@mikro-orm/migrations';

/** The receiving domains of a letter as they were known when it was bound, one for each copy: limits count what is really sent. */
export class Migration20261129120000CountLettersByDomain extends Migration {
  override up(): void {
    this.addSql(`alter table letter add column domains text[] not null default '{}'`);
  }
}
