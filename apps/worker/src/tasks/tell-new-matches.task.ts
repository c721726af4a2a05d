import type { TellOfMatches } from '@app/reminders/matches/tell-of-matches.js';
import type { Task } from './task.js';

export function tellNewMatchesTask(matches: TellOfMatches): Task {
  return {
    name: 'tell-new-matches',
    sentence: {
      de: 'Sucht neue Treffer gespeicherter Suchen und neue passende Aufrufe.',
      en: 'Looks for new matches of saved searches and for new fitting calls.',
    },
    everySeconds: 60,
    run: (now) => matches.run(now),
  };
}
