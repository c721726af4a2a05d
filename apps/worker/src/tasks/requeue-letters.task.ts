import type { RequeueLetters } from '@app/reminders/requeue-letters.js';
import type { Task } from './task.js';

export function requeueLettersTask(requeue: RequeueLetters): Task {
  return {
    name: 'requeue-letters',
    sentence: { de: 'Nimmt Briefe wieder auf, die liegen geblieben sind.', en: 'Takes up letters again that were left lying.' },
    everySeconds: 15 * 60,
    run: (now) => requeue.run(now),
  };
}
