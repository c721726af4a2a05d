import { ReleaseDueNotices } from '@app/reminders/notices/release-due-notices.js';
import { PlanReminders } from '@app/reminders/plan-reminders.js';
import { ReleaseDueLetters } from '@app/reminders/release-due-letters.js';
import { RequeueLetters } from '@app/reminders/requeue-letters.js';
import type { Provider } from '@nestjs/common';
import { extendPlanTask } from './extend-plan.task.js';
import { releaseDueLettersTask } from './release-due-letters.task.js';
import { releaseDueNoticesTask } from './release-due-notices.task.js';
import { requeueLettersTask } from './requeue-letters.task.js';
import type { Task } from './task.js';

/** Token of the list of all tasks: one line each. */
export const TASKS = Symbol('Tasks');

export const TASK_LIST: Provider = {
  provide: TASKS,
  inject: [PlanReminders, ReleaseDueLetters, ReleaseDueNotices, RequeueLetters],
  useFactory: (plan: PlanReminders, release: ReleaseDueLetters, notices: ReleaseDueNotices, requeue: RequeueLetters): Task[] => [
    extendPlanTask(plan),
    releaseDueLettersTask(release),
    releaseDueNoticesTask(notices),
    requeueLettersTask(requeue),
  ],
};
