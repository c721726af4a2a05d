import { migrate } from '@config/migrate.js';
import { readOptions } from '../options.js';
import { say } from '../say.js';
import type { Verb } from '../verb.js';

export const migrateVerb: Verb = {
  name: 'migrate',
  usage: '',
  sentence: 'bringt die Datenbank auf den neuesten Stand (mit MIGRATION_DATABASE_URL, sonst DATABASE_URL)',
  prepare(words) {
    readOptions(words, []);
    return async ({ database }) => {
      const done = await migrate(database.ownerUrl);
      for (const name of done) say(name);
      say(done.length > 0 ? `${done.length} Migrationen ausgeführt.` : 'Die Datenbank ist auf dem neuesten Stand.');
      return 0;
    };
  },
};
