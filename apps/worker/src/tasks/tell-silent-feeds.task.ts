import type { TellOfSilence } from '@app/reminders/notices/tell-of-silence.js';
import type { Task } from './task.js';

export function tellSilentFeedsTask(silence: TellOfSilence): Task {
  return {
    name: 'tell-silent-feeds',
    sentence: {
      de: 'Sucht Kalenderprogramme, die täglich kamen und seit zwei Wochen nicht mehr.',
      en: 'Looks for calendar programs that came daily and have not come for two weeks.',
    },
    everySeconds: 60 * 60,
    run: (now) => silence.run(now),
  };
}
