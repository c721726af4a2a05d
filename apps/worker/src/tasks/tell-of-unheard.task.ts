import type { TellOfUnheard } from '@app/reminders/unheard/tell-of-unheard.js';
import type { Task } from './task.js';

export function tellOfUnheardTask(unheard: TellOfUnheard): Task {
  return {
    name: 'tell-of-unheard',
    sentence: {
      de: 'Sucht passende Aufrufe, die bald schließen und um die sich niemand kümmert.',
      en: 'Looks for fitting calls that close soon and that nobody has taken up.',
    },
    everySeconds: 5 * 60,
    run: (now) => unheard.run(now),
  };
}
