import type { WatchOperation } from '@app/reminders/alarm/watch-operation.js';
import type { Task } from './task.js';

export function watchOperationTask(watch: WatchOperation): Task {
  return {
    name: 'watch-operation',
    sentence: {
      de: 'Sieht nach, ob Mails noch hinausgehen, und meldet es dem Betrieb.',
      en: 'Looks whether mails still get out, and tells the operator.',
    },
    everySeconds: 60,
    run: () => watch.run(),
  };
}
