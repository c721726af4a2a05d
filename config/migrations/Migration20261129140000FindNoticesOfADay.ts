import { Migration } from '@mikro-orm/migrations';

/** What is told beside reminders is looked up by the day on which it is due, long after it went out, too. */
export class Migration20261129140000FindNoticesOfADay extends Migration {
  override up(): void {
    this.addSql('create index notice_day on notice (due_at, id)');
  }
}
