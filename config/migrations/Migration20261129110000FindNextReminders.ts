import { Migration } from '@mikro-orm/migrations';

/** The next reminder of each person stands at the foot of every letter: found without reading what is due to everybody. */
export class Migration20261129110000FindNextReminders extends Migration {
  override up(): void {
    this.addSql(`create index reminder_next on reminder (person_id, due_at) where state = 'planned'`);
  }
}
