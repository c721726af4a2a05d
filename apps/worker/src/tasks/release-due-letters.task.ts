import type { ReleaseDueLetters } from '@app/reminders/release-due-letters.js';
import type { Task } from './task.js';

export function releaseDueLettersTask(release: ReleaseDueLetters): Task {
  return {
    name: 'release-due-letters',
    sentence: { de: 'Bindet fällige Erinnerungen zu Briefen.', en: 'Binds reminders that are due to letters.' },
    everySeconds: 15,
    run: (now) => release.run(now),
  };
}
