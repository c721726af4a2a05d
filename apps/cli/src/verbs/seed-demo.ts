import { Instance } from '@app/accounts/instance.js';
import { DEMONSTRATION_LOGINS, DEMONSTRATION_PASSWORD } from '../demonstration/logins.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { readOptions } from '../options.js';
import { EXIT, Refused } from '../refusal.js';
import { say } from '../say.js';
import type { Verb } from '../verb.js';

export const seedDemoVerb: Verb = {
  name: 'seed-demo',
  usage: '',
  sentence: 'lädt die Demonstration mit öffentlich bekannten Anmeldungen; nicht im Betrieb (NODE_ENV=production)',
  prepare(words) {
    readOptions(words, []);
    return async ({ env, clock, context }) => {
      if (env.NODE_ENV === 'production') {
        throw new Refused('Die Kennwörter der Demonstration sind öffentlich: Mit NODE_ENV=production wird sie nicht geladen.', EXIT.config);
      }
      const opened = await context();
      await opened.get(Instance).ensure({ domain: 'foerdertakt.localhost', demonstration: true });
      if (!(await seedDemonstration(opened, clock))) say('Die Demonstration ist schon geladen.');
      else {
        for (const { email, what } of DEMONSTRATION_LOGINS) say(`${email}  ${what.de}`);
        say(`Kennwort für alle: ${DEMONSTRATION_PASSWORD}`);
        say('Server, die schon laufen, zeigen den Hinweis „Demonstration“ nach ihrem nächsten Start.');
      }
      return 0;
    };
  },
};
