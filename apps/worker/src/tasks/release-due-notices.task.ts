import type { ReleaseDueNotices } from '@app/reminders/notices/release-due-notices.js';
import type { Task } from './task.js';

export function releaseDueNoticesTask(release: ReleaseDueNotices): Task {
  return {
    name: 'release-due-notices',
    sentence: { de: 'Bindet fällige Mitteilungen zu Briefen.', en: 'Binds notices that are due to letters.' },
    everySeconds: 15,
    run: (now) => release.run(now),
  };
}
